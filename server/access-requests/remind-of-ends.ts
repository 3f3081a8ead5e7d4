import { remindersBefore } from '../../shared/access-requests/contract.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import { byTime } from '../core/by-time.ts';
import { DAY } from '../core/clock.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { words } from '../core/mail-words.ts';
import { locate } from '../organisations/require-organisation.ts';
import { AccessRequest } from './access-request.entity.ts';
import { readGuest, readInside } from './addressees.ts';

/**
 * Reminds both sides of access that ends soon. Each reminder is noted before its mails leave, so
 * that none is sent twice, whichever node looks first.
 */
export function remindOfEnds(work: Work): Promise<void> {
  return work.transaction('access.remind', async (tx) => {
    tx.signAs(byTime);
    const soon = new Date(tx.now.getTime() + remindersBefore[0] * DAY);
    const ending = await tx.em.find(AccessRequest, {
      kind: 'request',
      status: 'approved',
      expiresAt: { $gt: tx.now, $lte: soon },
    });
    for (const request of ending) {
      const days = reminderDue(request, tx.now);
      if (days === undefined) continue;
      request.remindedDays = days;
      await mailReminders(tx, request);
    }
  });
}

/**
 * How many days before the end the reminder is that is due now. Access that was never to last so
 * long is not reminded of; of several that are due at once, the last says it all.
 */
export function reminderDue(
  { expiresAt, hours, remindedDays }: Pick<AccessRequest, 'expiresAt' | 'hours' | 'remindedDays'>,
  now: Date,
): number | undefined {
  if (!expiresAt) return undefined;
  const left = expiresAt.getTime() - now.getTime();
  const days = remindersBefore.findLast((each) => left <= each * DAY && hours > each * 24);
  return days !== undefined && (remindedDays === null || days < remindedDays) ? days : undefined;
}

async function mailReminders(tx: Transaction, request: AccessRequest) {
  const located = await locate(tx.em, request.organisationId);
  if (!located) return;
  const { displayName: place } = located.place.at(-1) ?? { displayName: '' };
  const until = request.expiresAt?.toUTCString() ?? '';
  const link = tx.link(`/organisations/${located.id}/access`);
  const role = roleTitle(request.role);

  const mails = [
    ...(await readGuest(tx, request)).map(({ email, name }) => ({
      to: email,
      subject: words`Your access to ${place} ends soon`,
      lines: [
        words`Hello ${name},`,
        words`your access to ${place} as ${role} ends on ${until}.`,
        words`If you need it for longer, ask for it again before then:`,
        tx.link(`/organisations/${located.id}`),
      ],
    })),
    ...(await readInside(tx, located.place)).map(({ email, name }) => ({
      to: email,
      subject: words`The access of ${request.accountName} to ${place} ends soon`,
      lines: [
        words`Hello ${name},`,
        words`${request.accountName} has access to ${place} as ${role} until ${until}. It ends by itself.`,
        words`You can end it earlier here:`,
        link,
      ],
    })),
  ];
  for (const mail of mails) tx.mail(mail);
}
