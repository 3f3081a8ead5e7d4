import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts, type Slot } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';

type Named = { name: string };
type Asked = { role: string; length: string };

export const en = {
  days: ({ count }: { count: number }) =>
    plural(count, { one: '1 day', other: `${formats().number(count)} days` }),
  hours: ({ count }: { count: number }) =>
    plural(count, { one: '1 hour', other: `${formats().number(count)} hours` }),
  cancel: 'Cancel',
  reason: 'Reason',
  reasonHint: 'Administrators inside can read it, and it stays on record.',

  rolesHere: 'Roles here',
  rolesHereAbout: ({ name }: Named) => `They apply to ${isolated(name)} and everything below it.`,
  giveRole: 'Give a role…',
  checkElsewhere: 'Check elsewhere…',
  noRoles: ({ name }: Named) => `Nobody has a role at ${isolated(name)} itself`,
  noRolesHint: 'The levels above manage it. Give somebody a role to let them manage it.',
  noAccess: 'You do not have access to the roles here',

  requestAccess: 'Request access',
  requestAccessAsking: 'Request access…',
  requestTitle: ({ name }: Named) => `Request access to ${isolated(name)}`,
  requestAbout: ({ name }: Named) =>
    `The administrators of ${isolated(name)} are asked. Access ends by itself, and they can end it earlier.`,
  role: 'Role',
  daysField: 'Days',
  daysHint: ({ most }: { most: number }) =>
    `From the answer on, at most ${formats().number(most)}.`,

  selfManaged: ({ name }: Named) =>
    `${isolated(name)} manages itself. You see commercial data; accounts, access and settings are open only to its own administrators.`,
  emergency: 'Use emergency access',
  emergencyAsking: 'Use emergency access…',
  emergencyTitle: ({ name }: Named) => `Use emergency access to ${isolated(name)}?`,
  emergencyAbout: ({ name }: Named) =>
    `You can act inside ${isolated(name)} at once. Its administrators see it at once, with your reason, and can end it. Until it ends, platform readers can see the inside too.`,
  howLong: 'For how long',

  withdraw: 'Withdraw request',
  notWithdrawn: 'The request was not withdrawn',
  notEnded: 'The access was not ended',
  notApproved: ({ name }: Named) => `The request of ${isolated(name)} was not approved`,

  asks: ({
    person,
    place,
    role,
    length,
    reason,
  }: Asked & { person: Slot; place: Slot; reason: string }) =>
    parts`${person} asks for access to ${place} as ${role}, for ${length}: “${isolated(reason)}”`,
  approve: 'Approve',
  decline: 'Decline…',
  declineTitle: ({ name }: Named) => `Decline the request of ${isolated(name)}?`,
  declineBody: ({ name }: Named) => `${isolated(name)} is told at once, and can ask again.`,
  declineAction: 'Decline request',

  ownEmergency: ({ name }: Named) => `You have emergency access to ${isolated(name)}`,
  othersEmergency: ({ person, name }: Named & { person: string }) =>
    `${isolated(person)} has emergency access to ${isolated(name)}`,
  ownEmergencyEnds: ({ reason, when }: { reason: string; when: Slot }) =>
    parts`“${isolated(reason)}” Your access ends ${when}. Until then platform readers can see the inside too.`,
  ownEmergencyLent: ({ reason, when }: { reason: string; when: Slot }) =>
    parts`“${isolated(reason)}” Your access ends ${when}. Through it you can see the inside, but change nothing.`,
  emergencyEnds: ({ reason, when }: { reason: string; when: Slot }) =>
    parts`“${isolated(reason)}” The access ends ${when}. Until then platform readers can see the inside too.`,
  emergencyLent: ({ reason, when }: { reason: string; when: Slot }) =>
    parts`“${isolated(reason)}” The access ends ${when}. Through it you can see the inside too, but change nothing.`,
  whatTheyDid: 'What they did',
  endNow: 'End now',

  guest: ({ role, when }: { role: string; when: Slot }) =>
    parts`You have access here as ${role}. It ends ${when}; the administrators here see that you are here.`,
  guestAsked: 'You asked for more time; the administrators here have not answered yet.',
  askLonger: 'Ask for more time…',
  endMine: 'End my access',
  endMineAsking: 'End my access…',
  endMineTitle: 'End your access?',
  endMineBody:
    'What is inside closes to you at once, on every page. To come back, you have to ask again.',

  banners: 'Access from outside',
  showFewer: 'Show fewer',
  showMore: ({ count }: { count: number }) =>
    plural(count, { one: 'Show 1 more', other: `Show ${formats().number(count)} more` }),

  title: 'Requests and temporary access',
  about: ({ name }: Named) =>
    `Who from above asks for access to ${isolated(name)}, and who has it for a limited time.`,
  noRequests: 'No requests yet. Requests from above appear here at once.',
  waiting: 'Waiting for an answer',
  running: 'Access now',
  past: 'Earlier',
  byEmergency: 'Emergency access',
  askedWhen: ({ role, length, when }: Asked & { when: Slot }) =>
    parts`${role} for ${length}, asked ${when}`,
  endsWhen: ({ role, when }: { role: string; when: Slot }) => parts`${role}, ends ${when}`,
  approvedEndsWhen: ({ role, person, when }: { role: string; person: string; when: Slot }) =>
    parts`${role}, approved by ${isolated(person)}, ends ${when}`,
  overWhen: ({ role, outcome, when }: { role: string; outcome: string; when: Slot }) =>
    parts`${role}. ${outcome} ${when}`,
  over: ({ role, outcome }: { role: string; outcome: string }) => `${role}. ${outcome}`,
  quoted: ({ reason }: { reason: string }) => `“${isolated(reason)}”`,
  end: 'End…',
  endTitle: ({ name }: Named) => `End the access of ${isolated(name)}?`,
  endBody: ({ name, place }: Named & { place: string }) =>
    `What is inside ${isolated(place)} closes to ${isolated(name)} at once, on open pages too. They have to ask again to come back.`,
  endAction: 'End access',

  somebody: 'Somebody',
  own: {
    pending: ({ date, role, length }: Asked & { date: string }) =>
      `You asked for access as ${role}, for ${length}, on ${date}. The administrators here have not answered yet.`,
    refused: ({ person }: { person: string }) => `${isolated(person)} declined your last request.`,
    refusedBecause: ({ person, answer }: { person: string; answer: string }) =>
      `${isolated(person)} declined your last request: “${isolated(answer)}”`,
    approved: 'Your access begins in a moment.',
    withdrawn: 'You withdrew your last request.',
    lapsed: 'Your last request lapsed without an answer.',
    endedByYou: 'You ended your access.',
    endedByYouOn: ({ date }: { date: string }) => `You ended your access on ${date}.`,
    ended: ({ person }: { person: string }) => `${isolated(person)} ended your access.`,
    endedOn: ({ person, date }: { person: string; date: string }) =>
      `${isolated(person)} ended your access on ${date}.`,
    expired: 'Your access expired.',
    expiredOn: ({ date }: { date: string }) => `Your access expired on ${date}.`,
  },
  outcomes: {
    refused: ({ person }: { person: string }) => `Declined by ${isolated(person)}`,
    refusedBecause: ({ person, answer }: { person: string; answer: string }) =>
      `Declined by ${isolated(person)}: “${isolated(answer)}”`,
    ended: ({ person }: { person: string }) => `Ended by ${isolated(person)}`,
    expired: 'Expired',
    lapsed: 'Lapsed without an answer',
    withdrawn: 'Withdrawn',
  },
};
