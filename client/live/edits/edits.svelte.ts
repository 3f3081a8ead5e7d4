import { SvelteMap } from 'svelte/reactivity';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import { ApiError } from '../../core/api.ts';
import { newKey } from '../../core/new-key.ts';
import { serverTime } from '../../core/server-clock.ts';
import { EditAnswers } from './edit-answers.ts';
import type { Answered, Outcome, Saved } from './edit-outcome.ts';
import { EditQueue } from './edit-queue.svelte.ts';
import { type EditSurroundings, untouchedVersion, whereabouts } from './edit-surroundings.ts';
import {
  afterLanding,
  afterProblem,
  aged,
  type Edit,
  type FieldOf,
  isOnItsWay,
  isSameRecord,
  over,
  partOf,
  withEdit,
} from './pending-edits.ts';
import type { LiveRecord, LiveRecords, Single } from '../records.ts';
import { Retry } from '../retry.ts';

/** The timeout of a request; retries are safe, as the idempotency key stays the same. */
const ANSWER_WITHIN = 15_000;

const keyOf = ({ resource, recordId, field }: FieldOf): string =>
  `${resource}:${recordId}:${field}`;

/**
 * The edits of the signed-in person on their way to the server. Each shows at once wherever its
 * record does, is sent in order (one at a time per record), and stays here until the server
 * confirms it or the person discards it: none is lost, and none is applied twice.
 */
export class Edits {
  readonly #around: EditSurroundings;
  readonly #retry = new Retry(() => void this.#tryAgain());
  readonly #answers = new EditAnswers();
  readonly #landings = new SvelteMap<string, number>();
  readonly #queue: EditQueue;
  #isReachable = $state(true);
  #landed = $state(0);
  #isRunning = false;
  /** A counter of sessions, so that no answer is taken for another session's. */
  #run = 0;

  constructor(around: EditSurroundings) {
    this.#around = around;
    this.#queue = new EditQueue(around);
    this.#queue.onsettled = (ids) => {
      for (const id of ids) this.#answers.tell(id, { is: 'discarded' });
    };
  }

  /** All unconfirmed edits, in order. */
  get all(): readonly Edit[] {
    return this.#queue.all;
  }

  /** Whether edits have to wait for the server. */
  get isHeldUp(): boolean {
    return !this.#isReachable || this.#around.isOffline();
  }

  /** The edits that would be lost with this tab. */
  get unsaved(): readonly Edit[] {
    return this.#queue.all.filter(({ state }) => state !== 'refused');
  }

  /** The edit of a field that is not confirmed, the latest if there are several. */
  of(field: FieldOf): Edit | undefined {
    return this.#queue.of(field);
  }

  /** How many edits have landed; compared with `landing`, it tells what happened since. */
  get landed(): number {
    return this.#landed;
  }

  /** The number of the last edit of a field that landed; 0 where none did. */
  landing(field: FieldOf): number {
    return this.#landings.get(keyOf(field)) ?? 0;
  }

  /** The listener gets every answered edit, until the returned function is called. */
  onAnswered(listener: (answered: Answered) => void): () => void {
    return this.#answers.listen(listener);
  }

  /** The queue continues with this person's stored edits. */
  begin(accountId: string): void {
    this.#run += 1;
    this.#isRunning = true;
    if (this.#queue.open(accountId)) this.#landings.clear();
    this.resume();
  }

  /** The session is over. Pending edits stay, for the same person only. */
  end(): void {
    this.#run += 1;
    this.#isRunning = false;
    this.#retry.stop();
    this.#queue.withdraw();
    this.#answers.tellAll({ is: 'waiting' });
  }

  /** All edits are discarded: the person signs out, and agreed to that. */
  forget(): void {
    this.#queue.all = [];
  }

  /** The server is reachable again. */
  resume(): void {
    this.#isReachable = true;
    this.#retry.reset();
    this.#flush();
  }

  /** An edit is queued; resolves as soon as its outcome is known for now. */
  save({ before, isUndo = false, ...asked }: Saved): Promise<Outcome> {
    const { store, types } = this.#around;
    const shown = store.get(asked.resource, asked.recordId) as Fields | undefined;
    this.#queue.all = withEdit(this.#queue.all, {
      ...asked,
      ...whereabouts(asked, this.#around),
      id: newKey(),
      before: before ?? partOf(shown ?? {}, asked.patch, types.of(asked.resource).blank),
      at: serverTime(),
      state: 'waiting',
      isSent: false,
      isUndo,
      problem: undefined,
    });
    const id = this.of(asked)?.id ?? '';
    const outcome = this.isHeldUp
      ? Promise.resolve<Outcome>({ is: 'waiting' })
      : this.#answers.wait(id);
    if (this.#around.isOffline()) this.#retry.later();
    this.#flush();
    return outcome;
  }

  /** A conflicting edit overwrites the other value, which the person has seen. */
  keep({ id }: Edit, patch?: Fields): Promise<Outcome> {
    const edit = this.all.find((each) => each.id === id);
    if (!edit) return Promise.resolve({ is: 'discarded' });
    const record = this.#around.store.confirmed(edit.resource, edit.recordId);
    const mine = patch ?? edit.patch;
    const { resource, recordId, field, label } = edit;
    const { blank } = this.#around.types.of(resource);
    const rest = over({ ...edit, patch: mine }, record, blank);
    return this.save({ resource, recordId, field, label, patch: mine, ...rest });
  }

  /** The person confirms an edit that had become old. */
  confirm({ id }: Edit): void {
    this.#queue.replace(id, { state: 'waiting', at: serverTime() });
    this.#flush();
  }

  /** An edit is discarded, whatever its state. */
  discard({ id }: Edit): void {
    this.#queue.all = this.#queue.without(id);
    this.#answers.tell(id, { is: 'discarded' });
  }

  #flush(): void {
    const { accountId } = this.#around.session;
    if (!this.#isRunning || this.#retry.isPending || !this.#queue.isOf(accountId)) return;
    const all = aged(this.all, serverTime());
    if (all !== this.all) this.#queue.all = all;
    for (const edit of this.all) {
      const first = this.all.find((each) => isSameRecord(each, edit) && isOnItsWay(each));
      if (first === edit && edit.state === 'waiting') void this.#send(edit);
    }
  }

  /** The session is checked first: an edit must not be sent in the name of another account. */
  async #tryAgain(): Promise<void> {
    const run = this.#run;
    try {
      await this.#around.session.load();
    } catch {
      this.#retry.later();
    }
    if (run === this.#run) this.#flush();
  }

  async #send(edit: Edit): Promise<void> {
    const run = this.#run;
    const { id, resource, recordId, patch, base } = edit;
    this.#queue.replace(id, { state: 'sending', isSent: true });
    const signal = AbortSignal.timeout(ANSWER_WITHIN);
    const { api, types } = this.#around;
    const given = { id: recordId, body: patch, version: base, key: id, signal };
    const sent = api.call(types.editing(resource), given);
    const answer = await sent.catch((error: unknown) => ({ error }));
    if (run !== this.#run) return;
    if (!('error' in answer)) this.#land(edit, answer.data, answer.seq);
    else if (answer.error instanceof ApiError) await this.#refuse(edit, answer.error);
    else this.#holdUp(id);
    if (run === this.#run) this.#flush();
  }

  #land(edit: Edit, record: LiveRecord, seq: number | undefined): void {
    const { version } = record;
    this.#isReachable = true;
    this.#retry.reset();
    // The record is taken before the edit is removed, so that the old value never flashes up.
    this.#around.store.takeRecord(edit.resource, record as LiveRecords[Single], seq);
    this.#queue.all = afterLanding(this.all, edit, version);
    this.#landed += 1;
    this.#landings.set(keyOf(edit), this.#landed);
    this.#answers.give({ edit, is: 'saved', version });
  }

  async #refuse(edit: Edit, { status, code, problem, retryAfter }: ApiError): Promise<void> {
    if ([429, 503, 507].includes(status)) return this.#holdUp(edit.id, retryAfter);
    // The edit waits for a sign-in, and continues only for the same person.
    if (status === 401 || code === 'auth.pending' || code === 'auth.another') {
      return this.#holdUp(edit.id);
    }
    this.#isReachable = true;
    this.#retry.reset();
    if (code !== 'version.conflict') return this.#stop(edit, 'refused', problem);
    const run = this.#run;
    const untouched = await untouchedVersion(edit, this.#around);
    if (run !== this.#run) return;
    if (untouched === undefined) return this.#stop(edit, 'conflict', problem);
    this.#queue.replace(edit.id, { state: 'waiting', base: untouched });
  }

  /** A refusal that only the person can resolve. */
  #stop(edit: Edit, state: 'conflict' | 'refused', problem: Problem): void {
    this.#queue.all = edit.isUndo
      ? this.#queue.without(edit.id)
      : afterProblem(this.all, edit, state, problem);
    this.#answers.give({ edit, is: state, problem });
  }

  /** The server is unreachable, so all edits wait. */
  #holdUp(id: string, seconds?: number): void {
    this.#isReachable = false;
    this.#queue.replace(id, { state: 'waiting' });
    this.#retry.later(seconds);
    this.#answers.tellAll({ is: 'waiting' });
  }
}
