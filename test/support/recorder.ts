import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { PASSWORD } from './people.ts';
import { newOrganisation } from './places.ts';
import { SETUP_TOKEN } from './server.ts';
import { type Answer, bodyOf, Session } from './session.ts';

const FOUNDER = { email: 'fay@canopy.example', password: PASSWORD };
const BREATH_MS = 20;

/** Sets a node up and signs in there. */
export async function founderOf(url: string, origin = url): Promise<Session> {
  const setUp = { token: SETUP_TOKEN, displayName: 'Fay Founder', ...FOUNDER };
  bodyOf(await new Session(url, '', origin).post('/setup', setUp));
  const fay = new Session(url, '', origin);
  bodyOf(await fay.post('/auth/sign-in', FOUNDER));
  return fay;
}

/** Writes through the API, and knows of each write whether it was acknowledged. */
export class Recorder {
  readonly acknowledged: string[] = [];
  /** What was answered by no 201, by the idempotency key, which is also the name. */
  readonly open = new Set<string>();
  /** How often each status was answered; 0 stands for no answer at all. */
  readonly statuses = new Map<number, number>();
  /** Answers of an outage without `Retry-After`, or in another form than problem details. */
  readonly illFormed: string[] = [];
  readonly session: Session;
  readonly #parentId: string;
  #made = 0;
  #isStopped = false;

  constructor(session: Session, parentId: string) {
    this.session = session;
    this.#parentId = parentId;
  }

  /** Creates one more organisation; the status of the answer. */
  async write(description = ''): Promise<number> {
    this.#made += 1;
    const name = `Recorded ${this.#made}`;
    this.open.add(name);
    return this.#send(name, description);
  }

  /** Writes at so many hands until it is told to stop. */
  async writeOn(hands: number): Promise<void> {
    this.#isStopped = false;
    await Promise.all(
      Array.from({ length: hands }, async () => {
        while (!this.#isStopped) if ((await this.write()) !== 201) await wait(BREATH_MS);
      }),
    );
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Repeats, under its key, everything that was not acknowledged; all of it has to succeed. */
  async repeat(): Promise<void> {
    for (const name of [...this.open]) {
      const status = await this.#send(name, '');
      if (status !== 201) throw new Error(`The repetition of ${name} was answered ${status}.`);
    }
  }

  /** Acknowledged writes that are not there exactly once; there should be none. */
  async lost(): Promise<string[]> {
    const counts = new Map<string, number>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const path = `/organisations/${this.#parentId}/children?limit=200${query}`;
      const page: Page<Organisation> = bodyOf(await this.session.get<Page<Organisation>>(path));
      for (const { displayName } of page.items) {
        counts.set(displayName, (counts.get(displayName) ?? 0) + 1);
      }
      cursor = page.nextCursor;
    }
    const acknowledged = new Set(this.acknowledged);
    return [...new Set([...acknowledged, ...counts.keys()])].filter((name) => {
      const count = counts.get(name) ?? 0;
      return acknowledged.has(name) ? count !== 1 : count > 1;
    });
  }

  async #send(name: string, description: string): Promise<number> {
    const body = {
      ...newOrganisation('distributor', name),
      parentId: this.#parentId,
      ...(description && { description }),
    };
    const answer = await this.session
      .post('/organisations', body, { idempotencyKey: name })
      .catch(() => null);
    const status = answer?.status ?? 0;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status === 201) {
      this.open.delete(name);
      this.acknowledged.push(name);
    } else if (answer && !isOutage(answer)) this.illFormed.push(`${status} ${answer.text}`);
    return status;
  }
}

/** Whether an answer says, in the form that programs understand, that one may try again. */
export function isOutage({ status, headers }: Answer<unknown>): boolean {
  return (
    [503, 507].includes(status) &&
    headers.get('content-type') === 'application/problem+json' &&
    Number(headers.get('retry-after')) > 0
  );
}
