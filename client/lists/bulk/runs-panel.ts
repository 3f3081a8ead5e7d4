import { mount, unmount } from 'svelte';
import type { Job } from '../../../shared/jobs/contract.ts';
import { BulkRuns } from './bulk-runs.svelte.ts';
import BulkRunsPanel from './BulkRunsPanel.svelte';

/** The panel of bulk jobs, mounted outside the pages with the first job until the session ends. */
let shown: { runs: BulkRuns; panel: object } | undefined;

/** A job is added to the panel, which outlives page changes; its components get `context`. */
export function showRun(job: Job, context: Map<unknown, unknown>): void {
  if (!shown) {
    const runs = new BulkRuns();
    const onend = (): void => {
      if (shown) void unmount(shown.panel);
      shown = undefined;
    };
    const panel = mount(BulkRunsPanel, { target: document.body, context, props: { runs, onend } });
    shown = { runs, panel };
  }
  shown.runs.add(job);
}
