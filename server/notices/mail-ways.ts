import type { MailChoice } from '../../shared/notices/mail-choices.ts';
import { MINUTE } from '../core/clock.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { NoticeKind } from '../core/notices.ts';
import { zonesOf } from '../people/preferences.ts';
import { NoticePreferences } from './notice-preferences.entity.ts';
import { nextMorning } from './next-morning.ts';

/** Whoever is there reads it in that time; what was read is not mailed [N4]. */
const SOON = 10 * MINUTE;

/** How a kind of notices reaches people who never chose. */
export const USUAL: MailChoice = 'soon';

/** When a notice that is given now goes by mail if it stays unread; `null` where it does not. */
export type MailDue = (accountId: string, kind: string) => Date | null;

/** The choices of accounts, and the mornings of their zones. */
export async function readMailDue(
  em: EntityManager,
  accountIds: readonly string[],
  { kinds, now }: { kinds: readonly NoticeKind[]; now: Date },
): Promise<MailDue> {
  const chosen = await em.find(NoticePreferences, { accountId: { $in: [...accountIds] } });
  const choices = new Map(chosen.map((each) => [each.accountId, each.choices]));
  const zones = await zonesOf(em, accountIds);
  const gathered = new Set(kinds.filter(({ mail }) => mail === 'unread').map(({ kind }) => kind));
  return (accountId, kind) => {
    if (!gathered.has(kind)) return null;
    const choice = choices.get(accountId)?.[kind] ?? USUAL;
    if (choice === 'never') return null;
    if (choice === 'soon') return new Date(now.getTime() + SOON);
    return nextMorning(now, zones.get(accountId) ?? 'UTC');
  };
}
