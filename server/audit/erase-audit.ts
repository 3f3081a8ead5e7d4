import { randomBytes } from 'node:crypto';
import type { AuditErased } from '../../shared/audit/contract.ts';
import { emailKey } from '../../shared/core/email.ts';
import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { platformOf } from '../../shared/organisations/path.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { detailsHash } from '../core/changes/audit-hash.ts';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import { type EntityManager, isPostgres } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { mentions } from './audit-filter.ts';
import { AuditErasure } from './audit-erasure.entity.ts';
import { type Erasable, withoutPerson } from './erase-values.ts';
import { digestOf, ERASURE } from './erasures.ts';

const CHUNK = 200;

/**
 * An administrator of the platform takes somebody's names and addresses out of the details of the
 * audit, for good: the salt goes with them, or the hashes that stay could be tried against guesses.
 * What was done, by which id, where and when stays, and so does the chain, which covers only the
 * hash of the details.
 */
export function eraseAudit(work: Work, accountId: string): Promise<AuditErased> {
  return work.transaction(ERASURE, async (tx) => {
    const platform = await requirePlace(tx, platformOf(tx.person.homePath), 'audit.erase');
    requireRecent(tx, tx.person);
    if (!isId(accountId)) throw new Refusal('not-found');
    const person = await findPerson(tx.em, accountId);
    const erased = await eraseFrom(tx, person, work.caller.requestId);
    tx.at(platform);
    Object.assign(tx.notes, {
      accountId,
      records: erased.length,
      digest: digestOf(erased),
    });
    return { records: erased.length };
  });
}

/** Every name and address under which the account is known, to the audit and now. */
async function findPerson(em: EntityManager, accountId: string): Promise<Erasable> {
  const emails = new Set<string>();
  const names = new Set<string>();
  const learn = ({ email, displayName }: { email?: unknown; displayName?: unknown }) => {
    if (typeof email === 'string') {
      emails.add(emailKey(email));
      emails.add(email.toLowerCase());
    }
    if (typeof displayName === 'string') names.add(displayName);
  };
  const [account] = await em.execute<{ email: string; displayName: string }[]>(
    'select email, display_name as "displayName" from accounts where id = ?',
    [accountId],
  );
  if (account) learn(account);
  let isKnown = account !== undefined;
  for await (const { actorId, details } of recordsAbout(em, accountId, [])) {
    isKnown = true;
    if (actorId === accountId) learn({ displayName: details['actor'] });
    for (const change of details['changes'] as Change[]) {
      if (change.resource !== 'account' || change.id !== accountId) continue;
      learn(change.before);
      learn(change.after);
    }
  }
  if (!isKnown) throw new Refusal('not-found');
  return { accountId, emails, names };
}

interface Change {
  resource: string;
  id: string;
  before: object;
  after: object;
}

async function eraseFrom(tx: Transaction, person: Erasable, requestId: string) {
  const { em } = tx;
  const erased = [];
  for await (const record of recordsAbout(em, person.accountId, [
    ...person.emails,
    ...person.names,
  ])) {
    const details = withoutPerson(person, record.actorId, record.details);
    if (detailsHash('', details) === detailsHash('', record.details)) continue;
    const salt = randomBytes(16).toString('hex');
    const recordSeq = Number(record.seq);
    const erasure = { requestId, recordSeq, salt, detailsHash: detailsHash(salt, details) };
    em.create(AuditErasure, erasure);
    await em.flush(); // the database lets details go only under an erasure that it knows
    await em.execute(
      `update audit_records set details = ${isPostgres(em) ? '?::jsonb' : '?'}, salt = ? where seq = ?`,
      [JSON.stringify(details), salt, recordSeq],
    );
    erased.push(erasure);
  }
  return erased;
}

/** The records that the account did, or that mention its id or one of the texts; some at a time. */
async function* recordsAbout(
  em: EntityManager,
  accountId: string,
  texts: readonly string[],
): AsyncGenerator<Row<AuditRecord>> {
  const mentioning = [accountId, ...texts].map((text) => mentions(em, text));
  let after = 0;
  for (;;) {
    const where = { seq: { $gt: after }, $or: [{ actorId: accountId }, ...mentioning] };
    const order = { orderBy: [{ seq: 'asc' as const }], limit: CHUNK };
    const rows = await findRows<AuditRecord>(em, AuditRecord, where, order);
    yield* rows;
    if (rows.length < CHUNK) return;
    after = Number(rows.at(-1)?.seq);
  }
}
