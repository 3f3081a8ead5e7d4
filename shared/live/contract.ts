import { z } from 'zod';
import { Topic } from '../access/contract.ts';
import { SessionView } from '../sign-in/contract.ts';
import { Id } from '../core/contract.ts';
import { PageQuery } from '../core/paging.ts';
import { BareProblem } from '../core/problem.ts';
import { OrganisationReference } from '../organisations/contract.ts';
import { resources } from '../records.ts';

/** How a record changed, for the one who reads it: `enter` and `leave` are moves into and out of sight. */
export const ChangeOp = z.enum(['create', 'update', 'delete', 'enter', 'leave']);
export type ChangeOp = z.infer<typeof ChangeOp>;

/** The records that travel, by name; each belongs to one topic. */
export const Resource = z.enum(resources);
export type Resource = z.infer<typeof Resource>;

/** One committed change of one record, as a socket carries it. */
export const Change = z.object({
  /** The place in the log: ascending, holes are harmless. */
  seq: z.number().int(),
  /** The transaction; all changes of one commit arrive together. */
  commit: z.string(),
  at: z.iso.datetime(),
  actor: z.object({ id: z.string(), displayName: z.string() }),
  topic: Topic,
  resource: Resource,
  id: Id,
  /** The organisation that the record belongs to (itself, for an organisation). */
  organisationId: Id,
  /** The ids from the platform down to that organisation. */
  path: z.array(Id),
  op: ChangeOp,
  version: z.number().int(),
  /** Changed fields of an update, all of them for create and enter, none for delete and leave. */
  fields: z.record(z.string(), z.unknown()),
});
export type Change = z.infer<typeof Change>;

/**
 * A change in the activity feed: with the action that made it, what it happened to by name, and what
 * changed as it was: the changed fields of an update, all of them of a deletion.
 */
export const Activity = Change.extend({
  action: z.string(),
  organisation: OrganisationReference.optional(),
  was: z.record(z.string(), z.unknown()).optional(),
});
export type Activity = z.infer<typeof Activity>;

/** The query of the activity feed: everybody's, or what one person did. It is not searched. */
export const ActivityQuery = PageQuery.omit({ q: true }).extend({ by: Id.optional() });
export type ActivityQuery = z.infer<typeof ActivityQuery>;

/** What is followed: one organisation, its children, or all that stands below it. */
export const Scope = z.enum(['record', 'children', 'subtree']);
export type Scope = z.infer<typeof Scope>;

export const Subscribe = z.strictObject({
  scope: Scope,
  organisationId: z.string(),
  topics: z.array(Topic).nonempty().optional(),
  since: z.number().int().min(0).optional(),
  epoch: z.string().optional(),
});
export type Subscribe = z.infer<typeof Subscribe>;

export const Unsubscribe = Subscribe.pick({ scope: true, organisationId: true, topics: true });
export type Unsubscribe = z.infer<typeof Unsubscribe>;

export const Digest = z.strictObject({
  scope: Scope,
  organisationId: z.string(),
  topics: z.array(Topic).nonempty(),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
});
export type Digest = z.infer<typeof Digest>;

/** What answers a packet that could not be taken. */
export const NotOk = z.object({ ok: z.literal(false), problem: BareProblem });
export type NotOk = z.infer<typeof NotOk>;

/** The answer to `subscribe`; `reset` says that the snapshot has to be read anew. */
export const Subscribed = z.object({
  ok: z.literal(true),
  topics: z.array(Topic),
  head: z.number().int(),
  epoch: z.string(),
  changes: z.array(Change).optional(),
  reset: z.literal(true).optional(),
});
export type Subscribed = z.infer<typeof Subscribed>;

export const Digested = z.object({ ok: z.literal(true), count: z.number().int(), xor: z.string() });
export type Digested = z.infer<typeof Digested>;

/** A subscription that no longer holds. */
export const EndedSubscription = z.object({
  scope: Scope,
  organisationId: Id,
  topics: z.array(Topic),
});
export type EndedSubscription = z.infer<typeof EndedSubscription>;

/** What a session is told when its access changes: its new summary, and what ended by whom. */
export const AccessEvent = SessionView.extend({
  ended: z.array(EndedSubscription),
  cause: z
    .object({ actor: z.object({ id: z.string(), displayName: z.string() }), at: z.iso.datetime() })
    .optional(),
});
export type AccessEvent = z.infer<typeof AccessEvent>;

/** Why the server ends a connection. */
export const EndReason = z.enum([
  'signed-out',
  'expired',
  'disabled',
  'slow',
  'going-away',
  /** The session goes on under a new token, which the browser has or is about to get. */
  'renewed',
  /** The session owes a step of signing in before it opens anything. */
  'pending',
]);
export type EndReason = z.infer<typeof EndReason>;

/** One person present at an organisation; several tabs of one person count once. */
export const Presence = z.object({
  accountId: Id,
  displayName: z.string(),
  view: z.string().nullable(),
  field: z.string().nullable(),
  since: z.iso.datetime(),
});
export type Presence = z.infer<typeof Presence>;

/** What a socket says of its own whereabouts; `null` means nowhere. */
export const SetPresence = z
  .strictObject({
    organisationId: z.string(),
    view: z.string().max(100).optional(),
    field: z.string().max(200).optional(),
  })
  .nullable();
export type SetPresence = z.infer<typeof SetPresence>;
