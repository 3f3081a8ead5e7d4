import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { Person } from '../db/person.ts';
import type { Transaction } from '../db/transaction.ts';
import type { Caller } from '../db/work.ts';

/** What a transaction did and who did it, as the change log and the audit record tell it. */
export interface Deed {
  action: string;
  actor: { id: string; displayName: string };
  at: Date;
  requestId: string;
  address: string;
  userAgent: string;
  /** The organisation at which it happened, when no captured record says so. */
  place: { id: string; path: string } | null;
  /** The actor's home, where it counts as done if it happened at no organisation. */
  home: { id: string; path: string } | null;
  /** The API token that the actor called by, if one was. */
  token: { id: string; name: string } | null;
  /** The actor's roles that come from an access request or from emergency access. */
  letIn: readonly { path: string; accessRequestId: string | null }[];
  /** Whether the deed gets an audit record. */
  isAudited: boolean;
  /** What the audit keeps besides the captured changes. */
  notes: Fields;
}

/** Who did it, and from where. */
interface Doer {
  caller: Caller;
  person: Person | null;
  isAudited: boolean;
}

/** The deed of a transaction that has run. */
export function deedOf(tx: Transaction, action: string, doer: Doer): Deed {
  const { caller, person, isAudited } = doer;
  return {
    action,
    actor: tx.signature,
    at: tx.now,
    requestId: caller.requestId,
    address: caller.address,
    userAgent: caller.userAgent,
    place: tx.place,
    home: person && { id: person.organisationId, path: person.homePath },
    token: person?.token ?? null,
    isAudited,
    letIn: (person?.grants ?? []).filter(({ accessRequestId }) => accessRequestId !== null),
    notes: tx.notes,
  };
}
