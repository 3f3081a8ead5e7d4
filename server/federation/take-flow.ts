import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import type { Work } from '../core/db/work.ts';
import { hashToken } from '../sign-in/sessions.ts';
import type { FlowPurpose } from './federated-flow.entity.ts';
import { type FlowReason, RefusedFlow } from './refused-flow.ts';

/** A flow that somebody came back from. */
export interface TakenFlow {
  providerId: string;
  purpose: FlowPurpose;
  accountId: string | null;
  invitationHash: string | null;
  next: string;
  sealed: string;
  /** Whether somebody came back with this state before: a page that was reloaded, or gone back to. */
  isUsed: boolean;
}

/** What came back, and to which browser. */
export interface Returned {
  providerId: string;
  state: string;
  browser: readonly string[];
}

interface Row {
  browser_hash: string;
  provider_id: string;
  purpose: FlowPurpose;
  account_id: string | null;
  invitation_hash: string | null;
  next: string;
  sealed: string;
  is_open: boolean | number;
  is_used: boolean;
}

/**
 * The flow of a state is used up, whatever comes of it: in a transaction of its own, so that an
 * answer which was refused cannot be tried again. Only the browser that began it gets it.
 */
export async function takeFlow(work: Work, returned: Returned): Promise<TakenFlow> {
  const row = await work.transaction(
    'session.endFederated',
    (tx) => {
      tx.signAsStranger('');
      return takeRow(tx.em, returned.state, tx.now);
    },
    { ignoresKey: true },
  );
  const why = whyNotTaken(row, returned);
  if (!row || why) throw new RefusedFlow(why ?? 'state');
  return {
    providerId: row.provider_id,
    purpose: row.purpose,
    accountId: row.account_id,
    invitationHash: row.invitation_hash,
    next: row.next,
    sealed: row.sealed,
    isUsed: row.is_used,
  };
}

async function takeRow(em: EntityManager, state: string, now: Date): Promise<Row | null> {
  const hash = hashToken(state);
  const time = timeParameter(em, now);
  const [row] = await em.execute<Omit<Row, 'is_used'>[]>(
    `select browser_hash, provider_id, purpose, account_id, invitation_hash, next, sealed,
            expires_at > ? as is_open
     from federated_flows where state_hash = ?`,
    [time, hash],
  );
  if (!row) return null;
  // The update decides, so that of two answers at the same moment one is the first.
  const used = await em.execute<unknown[]>(
    `update federated_flows set used_at = ?, sealed = '' where state_hash = ? and used_at is null
     returning state_hash`,
    [time, hash],
  );
  return { ...row, is_used: used.length === 0 };
}

function whyNotTaken(row: Row | null, { providerId, browser }: Returned): FlowReason | null {
  if (!row || row.provider_id !== providerId) return 'state';
  if (!browser.some((token) => hashToken(token) === row.browser_hash)) return 'other-browser';
  return row.is_open ? null : 'expired-state';
}
