import { type Role, roleTitle } from '../../shared/access/roles.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';

interface Asked {
  person: string;
  place: string;
}

interface Given extends Asked {
  role: Role;
  until: Date;
}

type Own = Omit<Given, 'person'>;

export const en = {
  asks: ({ person, place }: Asked) => `${person} asks for access to ${place}`,
  asksAs: ({ person, place, role, days }: Asked & { role: Role; days: number }) =>
    plural(days, {
      one: `${person} asks for access to ${place} as ${roleTitle(role)}, for one day.`,
      other: `${person} asks for access to ${place} as ${roleTitle(role)}, for ${formats().number(days)} days.`,
    }),
  answerHere: 'Approve or decline it here:',
  emergency: ({ person, place }: Asked) => `${person} used emergency access to ${place}`,
  emergencyAs: ({ person, place, role, until }: Given) =>
    `${person} used emergency access to ${place} and is there as ${roleTitle(role)} until ${formats().exact(until)}.`,
  endHere: 'You can end it at any time here:',
  reason: ({ reason }: { reason: string }) => `The reason given: ${reason}`,

  youHave: ({ place }: { place: string }) => `You have access to ${place}`,
  gaveYou: ({ person, place, role, until }: Given) =>
    `${person} gave you access to ${place} as ${roleTitle(role)}, until ${formats().exact(until)}.`,
  declined: ({ place }: { place: string }) => `Your request for access to ${place} was declined`,
  declinedBy: ({ person, place }: Asked) =>
    `${person} declined your request for access to ${place}.`,
  answer: ({ answer }: { answer: string }) => `The answer: ${answer}`,
  ended: ({ place }: { place: string }) => `Your access to ${place} has ended`,
  endedBy: ({ person, place }: Asked) =>
    `${person} ended your access to ${place}. If you still need it, ask for it again.`,

  endsSoon: ({ place }: { place: string }) => `Your access to ${place} ends soon`,
  endsAt: ({ place, role, until }: Own) =>
    `Your access to ${place} as ${roleTitle(role)} ends on ${formats().exact(until)}.`,
  askAgain: 'If you need it for longer, ask for it again before then:',
  othersEndsSoon: ({ person, place }: Asked) => `The access of ${person} to ${place} ends soon`,
  othersEndsAt: ({ person, place, role, until }: Given) =>
    `${person} has access to ${place} as ${roleTitle(role)} until ${formats().exact(until)}. It ends by itself.`,
  endEarlier: 'You can end it earlier here:',
};
