import type { Topic } from '../../shared/access/actions.ts';
import { organisationRecord } from '../../shared/organisations/records.ts';
import type { ChangeRow } from '../core/changes/change.entity.ts';
import type { Row } from '../core/db/find-rows.ts';
import { isMove } from './to-change.ts';
import type { Page, Shows } from './replay.ts';

/**
 * The check of whether a replay disclosed more than directory changes of an organisation that later
 * moved out of the reader's sight. Only those who followed it at the time may have them, so the
 * reader has to reset [L6].
 */
export class MovedAway {
  readonly #told = new Map<string, Map<Topic, number>>();
  readonly #moved = new Map<string, Row<ChangeRow>>();

  add({ changes, rows }: Page): void {
    for (const { organisationId, topic, op, seq } of changes) {
      if (topic === 'directory' || op === 'leave') continue;
      const topics = this.#told.get(organisationId) ?? new Map<Topic, number>();
      if (!topics.has(topic)) this.#told.set(organisationId, topics.set(topic, seq));
    }
    for (const row of rows) {
      if (row.resource === organisationRecord.name && isMove(row)) {
        this.#moved.set(row.recordId, row);
      }
    }
  }

  /** Whether such a change was disclosed; asked after the last page. */
  isToldOf(shows: Shows): boolean {
    return [...this.#moved.values()].some(({ recordId, path, seq: movedAt }) =>
      [...(this.#told.get(recordId) ?? [])].some(
        ([topic, seq]) => seq < Number(movedAt) && !shows(topic, path),
      ),
    );
  }
}
