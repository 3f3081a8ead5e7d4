import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import type { Api } from '../core/api.ts';
import { organisationPath } from '../core/paths.ts';
import type { Live } from '../live/live.svelte.ts';
import { kindIcons } from '../organisations/kinds.ts';
import type { IconComponent } from '../ui/icon.ts';

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
  readonly #api: Api;
  readonly #live: Live;
  readonly #go: (path: string) => void;
  readonly #deeds: readonly Command[];
  #typed = $state('');
  #found = $state.raw<readonly string[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #search = 0;
  #active = $state(0);

  constructor(api: Api, live: Live, go: (path: string) => void, deeds: readonly Command[]) {
    this.#api = api;
    this.#live = live;
    this.#go = go;
    this.#deeds = deeds;
    void this.#seek('');
  }

  get typed(): string {
    return this.#typed;
  }

  set typed(text: string) {
    this.#typed = text;
    this.#active = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#seek(text.trim()), TYPING_PAUSE);
  }

  readonly commands = $derived.by<readonly Command[]>(() => {
    const sought = this.#typed.trim().toLowerCase();
    const deeds = this.#deeds.filter(({ label }) => label.toLowerCase().includes(sought));
    const organisations = this.#found.flatMap((id) => this.#leadingTo(id));
    return sought === '' ? [...deeds, ...organisations] : [...organisations, ...deeds];
  });

  get active(): number {
    return Math.min(this.#active, Math.max(0, this.commands.length - 1));
  }

  set active(index: number) {
    this.#active = index;
  }

  move(step: number): void {
    const { length } = this.commands;
    if (length > 0) this.#active = (this.active + step + length) % length;
  }

  #leadingTo(id: string): Command[] {
    const record = this.#live.store.get('organisation', id);
    if (!record) return [];
    const way = this.#live.store.path(id).slice(0, -1);
    return [
      {
        id,
        label: record.displayName,
        hint: way.map((link) => link.displayName).join(' › '),
        icon: kindIcons[record.kind],
        run: () => {
          this.#go(organisationPath(id));
        },
      },
    ];
  }

  async #seek(q: string): Promise<void> {
    const search = (this.#search += 1);
    try {
      const query = { q, limit: FOUND };
      const { data, seq = 0 } = await this.#api.get<Page<Organisation>>('/organisations', query);
      if (search !== this.#search) return;
      this.#live.store.takeSnapshot({ resource: 'organisation', records: data.items, seq });
      this.#found = data.items.map(({ id }) => id);
    } catch {
      if (search === this.#search) this.#found = [];
    }
  }
}
