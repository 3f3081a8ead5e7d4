import { roleTitle } from '../../shared/access/roles.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  asks: ({ person, place }) => `${person} fragt Zugriff auf ${place} an`,
  asksAs: ({ person, place, role, days }) =>
    plural(days, {
      one: `${person} fragt für einen Tag Zugriff auf ${place} an, in der Rolle ${roleTitle(role)}.`,
      other: `${person} fragt für ${formats().number(days)} Tage Zugriff auf ${place} an, in der Rolle ${roleTitle(role)}.`,
    }),
  answerHere: 'Hier können Sie die Anfrage genehmigen oder ablehnen:',
  emergency: ({ person, place }) => `${person} hat den Notzugriff auf ${place} genutzt`,
  emergencyAs: ({ person, place, role, until }) =>
    `${person} hat den Notzugriff auf ${place} genutzt und hat dort die Rolle ${roleTitle(role)} bis ${formats().exact(until)}.`,
  endHere: 'Sie können den Zugriff hier jederzeit beenden:',
  reason: ({ reason }) => `Der angegebene Grund: ${reason}`,

  youHave: ({ place }) => `Sie haben Zugriff auf ${place}`,
  gaveYou: ({ person, place, role, until }) =>
    `${person} hat Ihnen Zugriff auf ${place} gegeben, in der Rolle ${roleTitle(role)} bis ${formats().exact(until)}.`,
  declined: ({ place }) => `Ihre Anfrage nach Zugriff auf ${place} wurde abgelehnt`,
  declinedBy: ({ person, place }) =>
    `${person} hat Ihre Anfrage nach Zugriff auf ${place} abgelehnt.`,
  answer: ({ answer }) => `Die Antwort: ${answer}`,
  ended: ({ place }) => `Ihr Zugriff auf ${place} ist beendet`,
  endedBy: ({ person, place }) =>
    `${person} hat Ihren Zugriff auf ${place} beendet. Wenn Sie ihn noch brauchen, fragen Sie erneut an.`,

  endsSoon: ({ place }) => `Ihr Zugriff auf ${place} endet bald`,
  endsAt: ({ place, role, until }) =>
    `Ihr Zugriff auf ${place} in der Rolle ${roleTitle(role)} endet am ${formats().exact(until)}.`,
  askAgain: 'Wenn Sie ihn länger brauchen, fragen Sie vorher erneut an:',
  othersEndsSoon: ({ person, place }) => `Der Zugriff von ${person} auf ${place} endet bald`,
  othersEndsAt: ({ person, place, role, until }) =>
    `${person} hat Zugriff auf ${place} in der Rolle ${roleTitle(role)} bis ${formats().exact(until)}. Er endet von selbst.`,
  endEarlier: 'Sie können ihn hier früher beenden:',
} satisfies Words<typeof en>;
