import type {
  FirstAdministrator,
  RestoredOrganisation,
} from '../../shared/organisations/contract.ts';
import type { KeptRows } from '../core/db/keep-rows.ts';
import type { Work } from '../core/db/work.ts';
import { event } from '../core/events.ts';
import type { Organisation } from './organisation.entity.ts';

/** An organisation was created, and somebody is to be invited to administer it. */
export const administratorNamed = event<{
  work: Work;
  organisation: Organisation;
  first: FirstAdministrator;
}>('organisation: first administrator named');

/** An organisation is suspended, and with it all that stands below. */
export const branchSuspended = event<{ path: string }>('organisation: branch suspended');

/** A barrier closes. What lasting access those above left inside ends, but for what is kept. */
export const barrierClosed = event<{ path: string; keep: readonly string[] }>(
  'organisation: barrier closed',
);

/** More people at or below an organisation have to have a second factor. */
export const secondFactorAsked = event<{ path: string }>('settings: second factor asked');

/** The ways to sign in at or below an organisation are others. */
export const signInMethodsChanged = event<{ path: string }>('settings: sign-in methods changed');

/** An organisation is about to be deleted; answers are the rows that can come back, by name. */
export const organisationKept = event<{ organisationId: string }, { name: string; rows: KeptRows }>(
  'organisation: kept for restoring',
);

/** An organisation is being deleted: whatever belongs to it goes along. */
export const organisationDeleted = event<{ organisationId: string }>('organisation: deleted', {
  isHighestFirst: true,
});

/**
 * A deleted organisation comes back with the rows that were kept; answers are those people who
 * cannot come back.
 */
export const organisationRestored = event<
  { kept: Readonly<Record<string, KeptRows>>; deletedAt: Date },
  RestoredOrganisation['leftOut']
>('organisation: restored', { isHighestFirst: true });
