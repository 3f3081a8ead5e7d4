import { roleTitle } from '../../shared/access/roles.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { type Words, words } from '../core/mail-words.ts';
import { type Located, locate } from '../organisations/require-organisation.ts';
import type { AccessRequest } from './access-request.entity.ts';
import { type Addressee, readGuest, readInside } from './addressees.ts';

/** Tells those inside that somebody asks to be let in, or has broken the glass. */
export async function mailInside(tx: Transaction, request: AccessRequest): Promise<void> {
  const located = await locate(tx.em, request.organisationId);
  if (!located) return;
  const place = nameOf(located);
  const { accountName } = request;
  const role = roleTitle(request.role);
  const isTaken = request.kind === 'break-glass';
  const until = request.expiresAt?.toUTCString() ?? '';
  const days = request.hours / 24;
  send(tx, await readInside(tx, located.place), {
    subject: isTaken
      ? words`${accountName} broke the glass at ${place}`
      : words`${accountName} asks for access to ${place}`,
    lines: [
      isTaken
        ? words`${accountName} has taken access to ${place} as ${role}, in an emergency, until ${until}.`
        : words`${accountName} asks for access to ${place} as ${role}, for ${days} ${days === 1 ? 'day' : 'days'}.`,
      words`The reason given: ${request.reason}`,
      isTaken ? words`You can end it at any time here:` : words`Approve or refuse it here:`,
      pageOf(tx, located),
    ],
  });
}

/** Tells whoever asked what those inside made of it: approved, refused, or ended before its time. */
export async function mailGuest(tx: Transaction, request: AccessRequest): Promise<void> {
  const located = await locate(tx.em, request.organisationId);
  const isOwnDeed = request.accountId === tx.signature.id;
  if (!located || isOwnDeed) return;
  const told = whatBecame(request, nameOf(located));
  if (!told) return;
  const link = tx.link(`/organisations/${located.id}`);
  send(tx, await readGuest(tx, request), {
    subject: told.subject,
    lines: [...told.lines, link],
  });
}

interface Told {
  subject: Words;
  lines: Words[];
}

function whatBecame(request: AccessRequest, place: string): Told | null {
  const { status, decidedByName, endedByName, answer, expiresAt } = request;
  if (status === 'approved') {
    const role = roleTitle(request.role);
    const until = expiresAt?.toUTCString() ?? '';
    return {
      subject: words`You have access to ${place}`,
      lines: [
        words`${decidedByName ?? ''} gave you access to ${place} as ${role}, until ${until}.`,
      ],
    };
  }
  if (status === 'refused') {
    return {
      subject: words`Your request for access to ${place} was refused`,
      lines: [
        words`${decidedByName ?? ''} refused your request for access to ${place}.`,
        ...(answer === null ? [] : [words`The answer: ${answer}`]),
      ],
    };
  }
  if (status !== 'ended') return null;
  return {
    subject: words`Your access to ${place} has ended`,
    lines: [
      words`${endedByName ?? ''} ended your access to ${place}. If you still need it, ask for it again.`,
    ],
  };
}

function send(tx: Transaction, to: readonly Addressee[], { subject, lines }: Told): void {
  for (const { email, name } of to) {
    tx.mail({ to: email, subject, lines: [words`Hello ${name},`, ...lines] });
  }
}

function nameOf({ place }: Located): string {
  return place.at(-1)?.displayName ?? '';
}

function pageOf(tx: Transaction, { id }: Located): Words {
  return tx.link(`/organisations/${id}/access`);
}
