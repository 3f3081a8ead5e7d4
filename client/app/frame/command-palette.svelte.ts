import UserRound from '@lucide/svelte/icons/user-round';
import { folded } from '../../../shared/core/folded.ts';
import type { SearchHit } from '../../../shared/search/contract.ts';
import { search } from '../../../shared/search/endpoints.ts';
import type { Api } from '../../core/api.ts';
import { organisationPath } from '../../core/paths.ts';
import { Search } from '../../core/search.svelte.ts';
import type { Live } from '../../live/live.svelte.ts';
import { kindIcons } from '../../organisations/kinds.ts';
import type { IconComponent } from '../../ui/icon.ts';
import { words } from './words.ts';

/** A line of the palette. */
export interface Command {
  id: string;
  label: string;
  hint: string;
  icon: IconComponent;
  run: () => void;
}

const TYPING_PAUSE = 60;

/** The surroundings that the palette is opened in. */
interface Surroundings {
  api: Api;
  live: Live;
  go: (path: string) => void;
  /** The deeds that are possible from the page that is open. */
  deeds: () => readonly Command[];
  /** The organisations that were opened last. */
  recent: readonly string[];
  /** The organisation whose page is open. */
  at: string | undefined;
}

/**
 * The palette's lines for a typed text: the organisations and people that fit it, and deeds. `@`
 * looks for people alone, `>` for deeds.
 */
export class CommandPalette {
  readonly #around: Surroundings;
  #typed = $state('');
  readonly #search: Search<SearchHit>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The line that was gone to; without one, the first counts. */
  #activeId = $state<string>();

  constructor(around: Surroundings) {
    this.#around = around;
    this.#search = new Search(async (typed) => {
      const { q, kind } = readTyped(typed);
      if (q === '' || kind === 'deed') return [];
      const query = { q, ...(kind && { kind }), ...(around.at && { at: around.at }) };
      return (await around.api.call(search, { query })).data.items;
    });
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
    const { q, kind } = readTyped(this.#typed);
    const sought = folded(q);
    const deeds = this.#around.deeds().filter(({ label }) => folded(label).includes(sought));
    if (kind === 'deed') return deeds;
    const found = this.#search.items.filter(
      ({ title, subtitle }) => this.#isAnswered || folded(`${title} ${subtitle}`).includes(sought),
    );
    if (sought === '') return kind ? [] : [...this.#recent, ...deeds];
    return [...found.map((hit) => this.#leadingTo(hit)), ...(kind ? [] : deeds)];
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

  /** The organisations opened last, without those that are closed to the person by now. */
  get #recent(): Command[] {
    const { live, recent, go } = this.#around;
    return recent.flatMap((id) => {
      const record = live.record('organisation', id).data;
      if (!record) return [];
      const run = () => {
        go(organisationPath(id));
      };
      return [{ id, label: record.displayName, hint: '', icon: kindIcons[record.kind], run }];
    });
  }

  #leadingTo({ id, kind, title, subtitle, organisation, href, matched }: SearchHit): Command {
    return {
      id,
      label: title,
      hint: matched === 'typo' ? words.didYouMean({ where: subtitle }) : subtitle,
      icon: kind === 'account' ? UserRound : kindIcons[organisation.kind],
      run: () => {
        this.#around.go(href);
      },
    };
  }

  #seek(q: string): void {
    void this.#search.seek(q).catch(() => undefined);
  }
}

/** The typed text without its sign, and the one kind that the sign asks for. */
function readTyped(typed: string): { q: string; kind: 'account' | 'deed' | undefined } {
  const text = typed.trim();
  if (text.startsWith('@')) return { q: text.slice(1).trim(), kind: 'account' };
  if (text.startsWith('>')) return { q: text.slice(1).trim(), kind: 'deed' };
  return { q: text, kind: undefined };
}
