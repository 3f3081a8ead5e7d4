import type { Said } from '../../shared/core/words/said.ts';
import { says } from '../../shared/federation/words.ts';
import type { OwnIdentity } from '../../shared/federation/contract.ts';
import { isId } from '../../shared/core/ids.ts';
import type { Page } from '../../shared/core/paging.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { listLinked, unlinkIdentity } from '../sign-in/linked-identities.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { waysInto } from '../factors/ways-in.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Work } from '../core/db/work.ts';
import { PASSWORD_PATH } from '../../shared/organisations/sign-in-paths.ts';
import { IdentityProvider } from './identity-provider.entity.ts';

/** The sign-ins at providers that open the caller's own account. */
export function listOwnIdentities(work: Work): Promise<Page<OwnIdentity>> {
  return work.read(async ({ em, person: { accountId } }) => {
    const linked = await listLinked(em, accountId);
    const providers = await em.find(IdentityProvider, {
      id: { $in: linked.map(({ providerId }) => providerId) },
    });
    const byId = new Map(providers.map((provider) => [provider.id, provider]));
    const open = await openWaysInto(em, accountId);
    const items = linked.map(({ id, providerId, email, createdAt, lastUsedAt }): OwnIdentity => {
      const provider = byId.get(providerId);
      return {
        id,
        providerId,
        label: provider?.label ?? '',
        email,
        ...shutOf(open.has(providerId) ? null : whyShut(provider)),
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      };
    });
    return { items, nextCursor: null };
  });
}

/** The caller disconnects one of them, unless the account could not be entered any more. */
export function removeOwnIdentity(work: Work, id: string): Promise<void> {
  return work.transaction(
    'account.unlinkIdentity',
    async (tx) => {
      const { accountId } = tx.person;
      requireRecent(tx, tx.person);
      if (!isId(id)) throw new Refusal('not-found');
      await unlinkIdentity(tx, accountId, id);
      if ((await openWaysInto(tx.em, accountId)).size > 0) return;
      throw new Refusal('auth.last-way', says.youCouldNotSignIn);
    },
    { changesAccess: true, ignoresKey: true },
  );
}

async function openWaysInto(em: EntityManager, accountId: string): Promise<Set<string>> {
  const ways = (await waysInto(em, [accountId])).get(accountId) ?? new Set();
  const enabled = await em.find(IdentityProvider, { enabled: true });
  const on = new Set([PASSWORD_PATH, ...enabled.map(({ id }) => id)]);
  return new Set([...ways].filter((path) => on.has(path)));
}

function whyShut(provider: IdentityProvider | undefined): Said {
  return provider?.enabled ? says.notAllowedHere : says.switchedOff;
}

function shutOf(why: Said | null): Pick<OwnIdentity, 'shut' | 'reason'> {
  return why ? { shut: why.detail, reason: why.code } : { shut: null };
}
