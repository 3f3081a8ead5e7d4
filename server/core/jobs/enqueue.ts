import { type EntityManager, timeParameter } from '../db/open-database.ts';
import type { Person } from '../db/person.ts';
import { newId } from '../new-id.ts';
import type { Secrets } from '../secrets.ts';
import type { NewJob } from './kind.ts';

const PURPOSE = 'job';
/** How long nobody else takes up what its queuer is about to do. */
const HEAD_START_MS = 5_000;

/** What a job is queued in: the transaction that causes it. */
interface Cause {
  em: EntityManager;
  now: Date;
  /**
   * Whether this node has a head start: it will write what the answer waits for, where another one
   * that looks for jobs just then would write it at its own place.
   */
  isAwaited?: boolean;
  /** Who causes it; nobody where it is due by time. */
  starter: Pick<Person, 'accountId' | 'displayName'> | null;
}

/**
 * A job is queued in the transaction that causes it, so that it is there exactly if that is
 * committed. Answers with its id; where one with the same key waits or runs already, with the id of
 * that [J1].
 */
export async function enqueue<Subject>(
  { em, now, starter, isAwaited = false }: Cause,
  secrets: Secrets,
  { kind, title, outline, subject, key, organisationId, total, sessionId }: NewJob<Subject>,
): Promise<string> {
  const id = newId();
  const openKey = key === undefined ? null : `${kind.name}:${key}`;
  const at = timeParameter(em, now);
  const headStart = isAwaited ? timeParameter(em, new Date(now.getTime() + HEAD_START_MS)) : null;
  const made = await em.execute<{ id: string }[]>(
    `insert into jobs (id, kind, open_key, title, outline, subject, state, is_leaving, is_stepped,
       session_id, organisation_id,
       account_id, account_name, lease_token, lease_until, attempts, next_at, done, failed, total,
       error, created_at, updated_at, ended_at, version)
     values (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, null, ?, 0, ?, 0, 0, ?, null, ?, ?, null, 1)
     on conflict (open_key) do nothing
     returning id`,
    [
      ...[id, kind.name, openKey, title, outline, sealSubject(secrets, id, subject), false],
      ...[kind.isStepped ?? false, sessionId ?? null],
      ...[organisationId ?? null, starter?.accountId ?? null, starter?.displayName ?? null],
      ...[headStart, at, total ?? 1, at, at],
    ],
  );
  if (made[0]) return id;
  const same = await em.execute<{ id: string }[]>('select id from jobs where open_key = ?', [
    openKey,
  ]);
  return same[0]?.id ?? id;
}

function sealSubject(secrets: Secrets, id: string, subject: unknown): string {
  return secrets.seal(JSON.stringify(subject), PURPOSE, id);
}

/** What a job's kind was told when it was queued. */
export function openSubject(secrets: Secrets, { id, subject }: { id: string; subject: string }) {
  return JSON.parse(secrets.open(subject, PURPOSE, id)) as unknown;
}
