import { type Speech, speakingTo } from '../../../shared/core/words/speech.ts';
import { nextSteps } from '../../../shared/core/next-step.ts';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { FeatureEvent, Reactions } from '../events.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { NewJob } from '../jobs/kind.ts';
import { letterOf, type Mail, type Mailer, maskedAddress } from '../mail.ts';
import { mailJob } from '../mail-job.ts';
import type { Secrets } from '../secrets.ts';
import type { MailText } from '../mail-words.ts';
import type { EntityManager } from './open-database.ts';
import type { Person } from './person.ts';
import { Reading } from './reading.ts';

/** Whoever causes a mail: nobody where it is due by time. */
export interface MailCause {
  accountId: string | undefined;
  /** The languages that their request asks for, the most wanted first. */
  languages: readonly string[];
}

/** The reader of how accounts want to be spoken to, in mails that somebody causes. */
export type ReadSpeeches = (
  em: EntityManager,
  accountIds: readonly string[],
  cause: MailCause,
) => Promise<(accountId: string) => Speech>;

/** What a transaction reaches beyond the database. */
export interface TransactionGround {
  /** What features do when lower ones tell of what they do. */
  reactions: Reactions;
  mailer: Mailer;
  secrets: Secrets;
  /** The runner begins a job that was just queued; resolves when this try of it is over. */
  beginJob: (id: string) => Promise<void>;
  /** How mails speak to their readers. */
  readSpeeches: ReadSpeeches;
  /** The languages that the request asks for, the most wanted first. */
  languages: readonly string[];
  /** Who holds a session, as the database knows them now; `null` when it is over. */
  loadPerson: (em: EntityManager, sessionHash: string, now: Date) => Promise<Person | null>;
}

/** What a use case writes with. Effects outside the database wait for the commit. */
export class Transaction extends Reading {
  readonly #ground: TransactionGround;
  readonly notes: Fields = {};
  readonly effects: (() => Promise<void> | void)[] = [];
  readonly #starter: Person | null;
  readonly #jobs: { job: NewJob<unknown>; isAwaited: boolean }[] = [];
  readonly #mails: { mail: Mail; isAwaited: boolean }[] = [];
  #signature: { id: string; displayName: string } | null = null;
  #isUnproved = false;
  #place: { id: string; path: string } | null = null;

  constructor(em: EntityManager, now: Date, person: Person | null, ground: TransactionGround) {
    super(em, now, person);
    this.#ground = ground;
    this.#starter = person;
  }

  /**
   * The transaction tells higher features of what happens; what they do is part of it, and they may
   * refuse it.
   */
  tell<Payload, Answer>(told: FeatureEvent<Payload, Answer>, payload: Payload): Promise<Answer[]> {
    return this.#ground.reactions.tell(this, told, payload);
  }

  /**
   * The transaction queues a mail with the commit, in the language of its reader. Where no mail
   * server is configured, the answer waits until it is written, unless how long that takes would
   * tell the caller something.
   */
  mail(mail: Mail, { isAwaited = true } = {}): void {
    this.#mails.push({ mail, isAwaited: isAwaited && !this.#ground.mailer.isSetUp });
  }

  /**
   * The transaction queues a job with the commit, and begins it right after; with `isAwaited` the
   * answer waits.
   */
  enqueue<Subject>(job: NewJob<Subject>, isAwaited = false): void {
    this.#jobs.push({ job: job as NewJob<unknown>, isAwaited });
  }

  /** The transaction stores the jobs that were queued; called once, before the commit. */
  async storeJobs(): Promise<void> {
    await this.#writeMails();
    const { secrets, beginJob } = this.#ground;
    const starter = this.#starter;
    for (const { job, isAwaited } of this.#jobs) {
      const id = await enqueue({ em: this.em, now: this.now, starter, isAwaited }, secrets, job);
      this.afterCommit(() => {
        const begun = beginJob(id);
        return isAwaited ? begun : undefined;
      });
    }
  }

  /**
   * The transaction stores a job at once, for who has to know its id; it begins after the commit.
   */
  async store<Subject>(job: NewJob<Subject>): Promise<string> {
    const cause = { em: this.em, now: this.now, starter: this.#starter };
    const id = await enqueue(cause, this.#ground.secrets, job);
    this.begin(id);
    return id;
  }

  async #writeMails(): Promise<void> {
    if (this.#mails.length === 0) return;
    const { readSpeeches, languages } = this.#ground;
    const readers = this.#mails.map(({ mail }) => mail.to.accountId);
    const cause = { accountId: this.#starter?.accountId, languages };
    const speechOf = await readSpeeches(this.em, readers, cause);
    for (const { mail, isAwaited } of this.#mails) {
      const letter = speakingTo(speechOf(mail.to.accountId), () => letterOf(mail));
      const title = `${letter.to}: ${letter.subject}`;
      const outline = maskedAddress(letter.to);
      this.enqueue({ kind: mailJob, title, outline, subject: letter }, isAwaited);
    }
  }

  /** The transaction begins a job after the commit that was stored before. */
  begin(jobId: string): void {
    this.afterCommit(() => void this.#ground.beginJob(jobId));
  }

  /** Who holds a session that may have begun in this transaction; `null` when it is over. */
  holderOf(sessionHash: string): Promise<Person | null> {
    return this.#ground.loadPerson(this.em, sessionHash, this.now);
  }

  /** An absolute link to a page, for a mail. */
  link(page: string): MailText {
    return this.#ground.mailer.link(page);
  }

  /**
   * The transaction runs the effect after the commit, and only then; its failure is logged and
   * undoes nothing.
   */
  afterCommit(effect: () => Promise<void> | void): void {
    this.effects.push(effect);
  }

  /** Names the actor for the log and the audit, where they are not signed in yet. */
  signAs(person: { id: string; displayName: string }): void {
    this.#signature = person;
  }

  /**
   * Names as the actor whoever has not proved who they are: by the account that they aimed at, or
   * by none (`''`). Strangers can do this at will, so its audit record has a budget.
   */
  signAsStranger(accountId: string): void {
    this.#signature = { id: accountId, displayName: '' };
    this.#isUnproved = true;
  }

  get isUnproved(): boolean {
    return this.#isUnproved;
  }

  /** The transaction says at which organisation it happened, when no changed record does. */
  at(place: { id: string; path: string }): void {
    this.#place = { id: place.id, path: place.path };
  }

  get signature(): { id: string; displayName: string } {
    if (this.#signature) return this.#signature;
    const { accountId, displayName } = this.holderOwing(...nextSteps);
    return { id: accountId, displayName };
  }

  get place(): { id: string; path: string } | null {
    return this.#place;
  }
}
