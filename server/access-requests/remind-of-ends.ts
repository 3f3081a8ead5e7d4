import { remindersBefore } from '../../shared/access-requests/contract.ts';
import { byTime } from '../core/by-time.ts';
import { DAY } from '../core/clock.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { locate } from '../organisations/require-organisation.ts';
import { AccessRequest } from './access-request.entity.ts';
import { readGuest, readInside } from './addressees.ts';
import { endOf, nameOf, pageOf } from './mail-requests.ts';
import { words } from './words.ts';

/**
 * The sweep reminds both sides of access that ends soon. Each reminder is noted before its mails
 * leave, so that none is sent twice, whichever node looks first.
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
  const { accountName: person, role } = request;
  const place = nameOf(located);
  const until = endOf(request);
  const askLink = tx.link(`/organisations/${located.id}`);
  const endLink = pageOf(tx, located);

  for (const to of await readGuest(tx, request)) {
    const write = () => ({
      subject: words.endsSoon({ place }),
      lines: [words.endsAt({ place, role, until }), words.askAgain, askLink],
    });
    tx.mail({ to, write });
  }
  for (const to of await readInside(tx, located.place)) {
    const write = () => ({
      subject: words.othersEndsSoon({ person, place }),
      lines: [words.othersEndsAt({ person, place, role, until }), words.endEarlier, endLink],
    });
    tx.mail({ to, write });
  }
}
