import { listNotes, removeNote, writeNote } from '../../../shared/onboarding/endpoints.ts';
import { levelOf, mayRead, type NoteStand, standOf } from '../../../shared/onboarding/notes.ts';
import type { Note, NoteVisibility, WriteNote } from '../../../shared/onboarding/notes-contract.ts';
import { noteRecord } from '../../../shared/onboarding/records.ts';
import type { Api } from '../../core/api.ts';
import type { Session } from '../../core/session.svelte.ts';
import { Here, type Whereabouts } from '../../lists/here.svelte.ts';
import { Burst } from '../../live/burst.ts';
import type { Live } from '../../live/live.svelte.ts';
import { actorOf } from '../../live/place.ts';
import type { Option } from '../../ui/field.ts';
import { PeopleOnTheWay } from '../people-on-the-way.svelte.ts';
import { NoteDraft } from './note-draft.svelte.ts';
import { words } from './words.ts';

/** Who can be chosen to see a note, in the order from fewest to most. */
const visibilities: readonly NoteVisibility[] = ['ours', 'parent', 'child', 'all'];
const SETTLE = 100;
/** As long as the page is open: nobody loses what they typed by looking something up. */
const drafts: Record<string, NoteDraft> = {};

interface Surroundings extends Whereabouts {
  api: Api;
}

/**
 * The notes on one onboarding that the person may see. They stand at several organisations, each
 * with readers of its own, so what changes anywhere on the way has them read again: the server
 * alone knows which of them are the person's to see.
 */
export class Notes {
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;
  readonly #here: Here;
  readonly #people: PeopleOnTheWay;
  #items = $state.raw<readonly Note[]>();
  #error = $state.raw<unknown>();
  #run = 0;

  constructor({ api, ...whereabouts }: Surroundings) {
    this.#api = api;
    this.#live = whereabouts.live;
    this.#session = whereabouts.session;
    this.#here = new Here(whereabouts);
    this.#people = new PeopleOnTheWay(whereabouts);
  }

  /** What the person has begun to write here. */
  get draft(): NoteDraft {
    const key = `${this.#session.accountId ?? ''} ${this.#here.id}`;
    return (drafts[key] ??= new NoteDraft());
  }

  get state(): 'loading' | 'ready' | 'error' {
    if (this.#items) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  get error(): unknown {
    return this.#error;
  }

  get items(): readonly Note[] {
    return this.#items ?? [];
  }

  readonly whyNot = $derived.by(() => this.#here.whyNot('onboarding.edit'));

  /** For whom the person can write here, each with where such a note stands. */
  readonly audiences = $derived.by<readonly { visibility: NoteVisibility; label: string }[]>(() => {
    const way = this.#way;
    const forAll = standOf('all', way, way.length - 1)?.organisationId;
    return visibilities.flatMap((visibility) => {
      const stand = this.standOf(visibility);
      const isAll = !stand?.isInternal && stand?.organisationId === forAll;
      if (!stand || (isAll && visibility !== 'all')) return [];
      return [{ visibility, label: this.audienceOf(stand) }];
    });
  });

  /** Where the person's notes stand; nothing where there is nobody whom they could be for. */
  standOf(visibility: NoteVisibility): NoteStand | undefined {
    return standOf(visibility, this.#way, levelOf(actorOf(this.#session).grants, this.#way));
  }

  /** Who sees the notes that stand somewhere, in words. */
  audienceOf({ organisationId, isInternal }: NoteStand): string {
    if (!isInternal && organisationId === this.#here.id) return words.everybody;
    const link = this.#way.find(({ id }) => id === organisationId);
    const name = link?.displayName ?? '';
    return isInternal ? words.onlyOurs({ name }) : words.andAbove({ name });
  }

  /** Whom the person can mention in a note for these. */
  mentionable(visibility: NoteVisibility): readonly Option[] {
    const stand = this.standOf(visibility);
    return this.#people.who(
      (actor, place) =>
        stand !== undefined &&
        actor.accountId !== this.#session.accountId &&
        mayRead(actor, stand, place),
    );
  }

  isOwn({ author }: Note): boolean {
    return author.id === this.#session.accountId;
  }

  /** The organisations on the way whose notes the person may see. */
  readonly stands = $derived.by<readonly string[]>(() => {
    const place = this.#here.place;
    const actor = actorOf(this.#session);
    if (!place) return [];
    return place.flatMap(({ id }) =>
      [true, false].some((isInternal) => mayRead(actor, { organisationId: id, isInternal }, place))
        ? id
        : [],
    );
  });

  /** They are kept current until the returned function is called. */
  follow(): () => void {
    const { subscriptions } = this.#live;
    const held = this.stands.map((organisationId) =>
      subscriptions.hold({ scope: 'record', organisationId, topics: ['progress'] }),
    );
    const burst = new Burst(SETTLE, () => void this.read());
    const ends = [
      this.#live.onChanges((changes) => {
        if (changes.some(({ resource }) => resource === noteRecord.name)) burst.soon();
      }),
      this.#live.onAccess(() => {
        burst.soon();
      }),
      this.#live.onConnected(() => {
        burst.soon();
      }),
    ];
    void this.read();
    return () => {
      burst.stop();
      for (const end of ends) end();
      for (const each of held) subscriptions.release(each);
    };
  }

  async read(): Promise<void> {
    const run = (this.#run += 1);
    try {
      const { data } = await this.#api.call(listNotes, { id: this.#here.id });
      if (run !== this.#run) return;
      this.#items = data.items;
      this.#error = undefined;
    } catch (error) {
      if (run === this.#run) this.#error = error;
    }
  }

  async write(body: WriteNote, key: string): Promise<void> {
    await this.#api.call(writeNote, { id: this.#here.id, body, key });
    await this.read();
  }

  async remove({ id: note }: Note): Promise<void> {
    await this.#api.call(removeNote, { id: this.#here.id, note });
    await this.read();
  }

  get #way() {
    return this.#here.place ?? [];
  }
}
