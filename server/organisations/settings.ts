import { Refusal } from '../../shared/core/refusals.ts';
import type {
  EditSettings,
  OrganisationSettings as View,
} from '../../shared/organisations/contract.ts';
import { isStricter } from '../../shared/organisations/mfa-rule.ts';
import { type ExpectedVersion, mergeEdit } from '../core/changes/merge-edit.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { secondFactorAsked, signInMethodsChanged } from './events.ts';
import { OrganisationSettings } from './organisation-settings.entity.ts';
import { settingsPublication } from './publications.ts';
import { requirePlace } from './require-organisation.ts';

/** What an organisation lays down for those below it. */
export function findSettings(work: Work, id: string): Promise<View> {
  return work.read(async (reading) => {
    await requirePlace(reading, id, 'settings.view');
    return view(await requireSettings(reading, id));
  });
}

/**
 * An administrator changes settings. Whether a partner may have sub-partners is said by those above
 * it; the rest by the organisation's own administrators. Asking more people for a second factor, or
 * allowing fewer ways to sign in, holds at once, for sessions that are open too.
 */
export function editSettings(
  work: Work,
  id: string,
  { subPartners, selfProvisioning, mfa, signInPaths }: EditSettings,
  expected: ExpectedVersion,
): Promise<View> {
  return work.transaction(
    'settings.edit',
    async (tx) => {
      const { path } = await requirePlace(tx, id, 'settings.view');
      const settings = await requireSettings(tx, id);
      const before = settings.mfa;
      if (subPartners !== undefined) {
        await requirePlace(tx, id, 'settings.allowSubPartners');
      }
      if (mfa !== undefined) await requirePlace(tx, id, 'settings.askMfa');
      if (signInPaths !== undefined) await requirePlace(tx, id, 'settings.allowPaths');
      const isOther = [subPartners, mfa, signInPaths].some((field) => field !== undefined);
      if (selfProvisioning !== undefined || !isOther) {
        await requirePlace(tx, id, 'settings.edit');
      }

      const patch = { subPartners, mfa, signInPaths, selfProvisioning };
      const columns = await mergeEdit(tx, settingsPublication, settings, patch, expected);
      Object.assign(settings, columns);
      if (isStricter(settings.mfa, before)) await tx.tell(secondFactorAsked, { path });

      await tx.em.flush();
      if ('signInPaths' in columns) await tx.tell(signInMethodsChanged, { path });
      return view(settings);
    },
    { changesAccess: true },
  );
}

async function requireSettings({ em }: Reading, organisationId: string) {
  const settings = await em.findOne(OrganisationSettings, { organisationId });
  if (!settings) throw new Refusal('not-found');
  return settings;
}

function view(settings: OrganisationSettings): View {
  return {
    organisationId: settings.organisationId,
    subPartners: settings.subPartners,
    selfProvisioning: settings.selfProvisioning,
    mfa: settings.mfa,
    signInPaths: settings.signInPaths && [...settings.signInPaths],
    version: settings.version,
    updatedAt: settings.updatedAt.toISOString(),
  };
}
