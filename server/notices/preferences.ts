import type { NoticePreferences as View } from '../../shared/notices/contract.ts';
import type { MailChoice } from '../../shared/notices/mail-choices.ts';
import { fieldError, Refusal } from '../../shared/core/refusals.ts';
import { says } from '../../shared/notices/words.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import type { NoticeKind } from '../core/notices.ts';
import { readMailDue, USUAL } from './mail-ways.ts';
import { Notice } from './notice.entity.ts';
import { NoticePreferences } from './notice-preferences.entity.ts';

/** How each kind of notices reaches the caller by mail. */
export function findNoticePreferences(work: Work, kinds: readonly NoticeKind[]): Promise<View> {
  return work.read(async ({ em, person: { accountId } }) =>
    view(await em.findOne(NoticePreferences, { accountId }), kinds),
  );
}

/** The caller chooses for a kind; what waits to be mailed goes by the new choice [N5]. */
export function chooseNoticeMail(
  work: Work,
  kinds: readonly NoticeKind[],
  kind: string,
  mail: MailChoice,
): Promise<View> {
  return work.transaction('notice.setPreferences', async (tx) => {
    const { accountId } = tx.person;
    requireChoice(kinds, kind);
    const known = await tx.em.findOne(NoticePreferences, { accountId });
    const preferences = known ?? tx.em.create(NoticePreferences, { accountId, choices: {} });
    preferences.choices = { ...preferences.choices, [kind]: mail };
    await tx.em.flush();
    await planAnew(tx, kinds, kind);
    return view(preferences, kinds);
  });
}

function requireChoice(kinds: readonly NoticeKind[], kind: string): void {
  const found = kinds.find((each) => each.kind === kind);
  if (!found) throw new Refusal('not-found');
  if (found.mail === 'unread') return;
  throw new Refusal('request.invalid', says.noSuchChoice, {
    errors: [fieldError('mail', says.noSuchChoice)],
  });
}

async function planAnew(
  { em, now, person: { accountId } }: Transaction,
  kinds: readonly NoticeKind[],
  kind: string,
): Promise<void> {
  const waiting = { accountId, kind, mailDueAt: { $ne: null } };
  const due = await readMailDue(em, [accountId], { kinds, now });
  for (const notice of await em.find(Notice, waiting)) {
    notice.mailDueAt = due(accountId, kind);
  }
}

function view(known: NoticePreferences | null, kinds: readonly NoticeKind[]): View {
  return {
    items: kinds.map(({ kind, mail }) => ({
      kind,
      mail: mail === 'at-once' ? mail : (known?.choices[kind] ?? USUAL),
    })),
  };
}
