import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';

type Named = { name: string };
type Given = { role: string; name: string };
type By = { by: string };

export const en = {
  tryAgain: 'Try again',
  startOver: 'Start over at Home',
  notDrawn: 'This page could not be drawn',
  notDrawnLead: ({ detail }: { detail: string }) =>
    `What was saved is safe. The cause is ours: ${detail}`,
  unreachable: 'Canopy could not be reached',
  unreachableLead: 'The server does not answer. This page tries again every few seconds.',
  tryAgainNow: 'Try again now',
  notLoaded: 'This page could not be loaded',
  notLoadedLead:
    'A part of it is missing on the server. What was saved is safe. Reload in a moment; if it stays, tell whoever runs this server.',
  reload: 'Reload',
  opensLater: 'Not loaded yet: opens when the line is back',
  loadingPage: 'Loading the page',

  anotherTitle: 'Somebody else is signed in – Canopy',
  signedInNow: ({ name }: Named) => `${isolated(name)} is signed in now`,
  signedInNowLead: ({ before, now }: { before: string; now: string }) =>
    `This tab was opened by ${isolated(before)}. Since then ${isolated(now)} has signed in in this browser. Nothing from this tab was saved in the name of ${isolated(now)}; edits by ${isolated(before)} that were not saved yet are kept until ${isolated(before)} signs in here again.`,
  goOnAs: ({ name }: Named) => `Go on as ${isolated(name)}`,
  signOutOther: ({ name }: Named) => `Sign ${isolated(name)} out, and sign in`,

  nowRole: ({ role, name }: Given) => `You are now ${role} of ${isolated(name)}`,
  noLongerRole: ({ role, name }: Given) => `You are no longer ${role} of ${isolated(name)}`,
  roleGiven: 'The role was given.',
  roleGivenBy: ({ by }: By) => `The role was given by ${isolated(by)}.`,
  roleTaken: 'The role was taken away.',
  roleTakenBy: ({ by }: By) => `The role was taken away by ${isolated(by)}.`,
  forATime: 'You have it for a time.',
  youEnded: 'You ended it.',
  timeOver: 'Its time is over.',
  endedBy: ({ by }: By) => `${isolated(by)} ended your access.`,
  open: 'Open',

  leaveUnsaved: 'Sign out without saving?',
  unsaved: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 edit of yours could not be saved yet, and would be lost. The list is at the top right.',
      other: `${formats().number(count)} edits of yours could not be saved yet, and would be lost. The list is at the top right.`,
    }),
  leaveAndLose: ({ count }: { count: number }) =>
    plural(count, {
      one: 'Sign out and lose 1 edit',
      other: `Sign out and lose ${formats().number(count)} edits`,
    }),
  stillSignedIn: 'You are still signed in',

  undone: ({ what, value }: { what: string; value: string }) =>
    `Undone: ${what} is “${value}” again`,
  notUndone: ({ why }: { why: string }) => `Not undone: ${why}.`,
  notUndoneSince: ({ conflict }: { conflict: string }) => `Not undone: ${conflict} since.`,
  you: 'you',
};
