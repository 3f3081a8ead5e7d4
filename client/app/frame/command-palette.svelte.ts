import { isolated } from '../../../shared/core/isolated.ts';
import { folded } from '../../../shared/core/folded.ts';
import { listOrganisations } from '../../../shared/organisations/endpoints.ts';
import type { Api } from '../../core/api.ts';
import { organisationPath } from '../../core/paths.ts';
import { Search } from '../../core/search.svelte.ts';
import type { Live } from '../../live/live.svelte.ts';
import { kindIcons } from '../../organisations/kinds.ts';
import type { IconComponent } from '../../ui/icon.ts';

/** A line of the palette. */
export interface Command {
  id: string;
  label: string;
  hint: string;
  icon: IconComponent;
  run: () => void;
}

const TYPING_PAUSE = 120;
const FOUND = 20;

/** What the palette shows for what was typed: deeds that fit, and organisations found by name. */
export class CommandPalette {
  readonly #live: Live;
  readonly #go: (path: string) => void;
  readonly #deeds: () => readonly Command[];
  #typed = $state('');
  readonly #search: Search<string>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The line that was gone to; without one, the first counts. */
  #activeId = $state<string>();

  constructor(api: Api, live: Live, go: (path: string) => void, deeds: () => readonly Command[]) {
    this.#live = live;
    this.#go = go;
    this.#deeds = deeds;
    this.#search = new Search(async (q) => {
      const query = { q, limit: FOUND };
      const { data, seq = 0 } = await api.call(listOrganisations, { query });
      live.store.takeSnapshot({ resource: 'organisation', records: data.items, seq });
      return data.items.map(({ id }) => id);
    });
    this.#seek('');
  }

  get typed(): string {
    return this.#typed;
  }

  set typed(text: string) {
    this.#typed = text;
    this.#activeId = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#seek(text.trim());
    }, TYPING_PAUSE);
  }

  /** Whether the search itself failed, so that nobody can say what fits. */
  get hasFailed(): boolean {
    return this.#search.hasFailed;
  }

  readonly commands = $derived.by<readonly Command[]>(() => {
    const sought = folded(this.#typed);
    const deeds = this.#deeds().filter(({ label }) => folded(label).includes(sought));
    const organisations = this.#search.items
      .flatMap((id) => this.#leadingTo(id))
      .filter(({ label }) => this.#isAnswered || folded(label).includes(sought));
    return sought === '' ? [...deeds, ...organisations] : [...organisations, ...deeds];
  });

  get active(): number {
    return Math.max(
      0,
      this.commands.findIndex(({ id }) => id === this.#activeId),
    );
  }

  set active(index: number) {
    this.#activeId = this.commands[index]?.id;
  }

  move(step: number): void {
    const { length } = this.commands;
    if (length > 0) this.active = (this.active + step + length) % length;
  }

  /** What was found for an earlier text stays only where it fits the present one too. */
  get #isAnswered(): boolean {
    return this.#search.answered === this.#typed.trim();
  }

  #leadingTo(id: string): Command[] {
    const record = this.#live.store.get('organisation', id);
    if (!record) return [];
    const way = this.#live.store.path(id).slice(0, -1);
    return [
      {
        id,
        label: record.displayName,
        hint: way.map((link) => isolated(link.displayName)).join(' › '),
        icon: kindIcons[record.kind],
        run: () => {
          this.#go(organisationPath(id));
        },
      },
    ];
  }

  #seek(q: string): void {
    void this.#search.seek(q).catch(() => undefined);
  }
}
