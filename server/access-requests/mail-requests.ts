import type { Transaction } from '../core/db/transaction.ts';
import type { Addressee, MailContent } from '../core/mail.ts';
import type { MailText } from '../core/mail-words.ts';
import { type Located, locate } from '../organisations/require-organisation.ts';
import type { AccessRequest } from './access-request.entity.ts';
import { readGuest, readInside } from './addressees.ts';
import { words } from './words.ts';

/** The mail tells those inside that somebody asks to be let in, or used emergency access. */
export async function mailInside(tx: Transaction, request: AccessRequest): Promise<void> {
  const located = await locate(tx.em, request.organisationId);
  if (!located) return;
  const link = pageOf(tx, located);
  const write =
    request.kind === 'break-glass'
      ? () => emergencyContent(request, nameOf(located), link)
      : () => requestContent(request, nameOf(located), link);
  send(tx, await readInside(tx, located.place), write);
}

function requestContent(request: AccessRequest, place: string, link: MailText): MailContent {
  const { accountName: person, role, reason } = request;
  const days = request.hours / 24;
  return {
    subject: words.asks({ person, place }),
    lines: [
      words.asksAs({ person, place, role, days }),
      words.reason({ reason }),
      words.answerHere,
      link,
    ],
  };
}

function emergencyContent(request: AccessRequest, place: string, link: MailText): MailContent {
  const { accountName: person, role, reason } = request;
  const until = endOf(request);
  return {
    subject: words.emergency({ person, place }),
    lines: [
      words.emergencyAs({ person, place, role, until }),
      words.reason({ reason }),
      words.endHere,
      link,
    ],
  };
}

/**
 * The mail tells whoever asked what those inside made of it: approved, declined, or ended before
 * its time.
 */
export async function mailGuest(tx: Transaction, request: AccessRequest): Promise<void> {
  const located = await locate(tx.em, request.organisationId);
  const isOwnDeed = request.accountId === tx.signature.id;
  if (!located || isOwnDeed) return;
  const link = tx.link(`/organisations/${located.id}`);
  const write = whatBecame(request, nameOf(located), link);
  if (write) send(tx, await readGuest(tx, request), write);
}

function whatBecame(request: AccessRequest, place: string, link: MailText) {
  const { status, role, decidedByName, endedByName, answer } = request;
  const decider = { person: decidedByName ?? '', place };
  const outcomes: Partial<Record<typeof status, () => MailContent>> = {
    approved: () => ({
      subject: words.youHave({ place }),
      lines: [words.gaveYou({ ...decider, role, until: endOf(request) }), link],
    }),
    refused: () => ({
      subject: words.declined({ place }),
      lines: [
        words.declinedBy(decider),
        ...(answer === null ? [] : [words.answer({ answer })]),
        link,
      ],
    }),
    ended: () => ({
      subject: words.ended({ place }),
      lines: [words.endedBy({ person: endedByName ?? '', place }), link],
    }),
  };
  return outcomes[status];
}

function send(tx: Transaction, to: readonly Addressee[], write: () => MailContent): void {
  for (const each of to) tx.mail({ to: each, write });
}

/** When access ends that was given. */
export function endOf({ expiresAt }: Pick<AccessRequest, 'expiresAt'>): Date {
  if (!expiresAt) throw new Error('Access that was not given does not end.');
  return expiresAt;
}

export function nameOf({ place }: Located): string {
  return place.at(-1)?.displayName ?? '';
}

export function pageOf(tx: Transaction, { id }: Located): MailText {
  return tx.link(`/organisations/${id}/access`);
}
