import { leadsThrough } from '../../shared/organisations/path.ts';
import type { ChangeRow } from '../core/changes/change.entity.ts';
import type { Connection } from './connection.ts';

/** Fields of an organisation whose change may open or close something. */
const securityFields = ['status', 'managementMode'];

/**
 * Whether the row may change what this connection may see or who it is: grants, accounts,
 * sessions and tokens concern their holder; an organisation's state, barrier or place everybody
 * whose grants, home or subscriptions lie on its way.
 */
export function concerns(row: ChangeRow, connection: Connection): boolean {
  const { person } = connection;
  if (row.resource === 'grant') {
    // an update tells only what changed, so whose it is has to be known
    return accountIdOf(row) === person.accountId || holds(person, row.recordId);
  }
  if (row.resource === 'account') return row.recordId === person.accountId;
  if (row.resource === 'session') return row.recordId === connection.sessionId;
  if (row.resource === 'token') return row.recordId === person.token?.id;
  return row.resource === 'organisation' && isSecurity(row) && isOnTheWay(row, connection);
}

/** Whether the row may change anybody's access, whoever is connected. */
export function mayChangeAccess(row: ChangeRow): boolean {
  if (row.resource === 'session' && row.op === 'create') return false; // nothing is open on it yet
  const isPersonal = ['grant', 'account', 'session', 'token'].includes(row.resource);
  return isPersonal || (row.resource === 'organisation' && isSecurity(row));
}

/** Whether the row changes what access is explained with, though not access itself. */
export function concernsSummary(row: ChangeRow, { person }: Connection): boolean {
  const isExplaining =
    row.resource === 'settings' ||
    (row.resource === 'organisation' && row.op === 'update' && 'displayName' in row.fields) ||
    (row.resource === 'organisation' && 'lockedAt' in row.fields);
  return (
    isExplaining && person.grants.some(({ path }) => leadsThrough(path, row.organisationId ?? '-'))
  );
}

/**
 * Whether somebody holds other roles than before. Who changed a level above is told to those who
 * gained or lost something by it: a barrier further up is nothing to everybody below it.
 */
export function holdsOtherwise(before: Connection['person'], now: Connection['person']): boolean {
  const held = ({ grants }: Connection['person']) =>
    grants.map(({ id, role }) => `${id}:${role}`).sort();
  return held(before).join() !== held(now).join();
}

/** Whose session the row tells of, or nobody's. */
export function holderOf(row: ChangeRow): string | undefined {
  const accountId = row.resource === 'session' ? accountIdOf(row) : undefined;
  return typeof accountId === 'string' ? accountId : undefined;
}

/** The self-managed organisations after this row; what is deleted stays as it was. */
export function applyBarrier(closed: Set<string>, row: ChangeRow): void {
  if (row.resource !== 'organisation') return;
  const mode = row.fields['managementMode'];
  if (mode === 'managed') closed.delete(row.recordId);
  else if (mode === 'self-managed') closed.add(row.recordId);
}

function isSecurity(row: ChangeRow): boolean {
  return (
    row.op === 'delete' ||
    row.pathBefore !== null ||
    (row.op === 'update' && securityFields.some((field) => field in row.fields))
  );
}

function isOnTheWay(row: ChangeRow, { person, subscriptions }: Connection): boolean {
  const id = row.recordId;
  return (
    leadsThrough(person.homePath, id) ||
    person.heldPaths.some((path) => leadsThrough(path, id)) ||
    subscriptions.some(({ path }) => path.includes(id))
  );
}

function holds({ grants }: Connection['person'], grantId: string): boolean {
  return grants.some(({ id }) => id === grantId);
}

function accountIdOf(row: ChangeRow): unknown {
  return (row.record ?? row.fields)['accountId'];
}
