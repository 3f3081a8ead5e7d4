import Bell from '@lucide/svelte/icons/bell';
import House from '@lucide/svelte/icons/house';
import KeyRound from '@lucide/svelte/icons/key-round';
import Keyboard from '@lucide/svelte/icons/keyboard';
import LogOut from '@lucide/svelte/icons/log-out';
import Moon from '@lucide/svelte/icons/moon';
import PanelTop from '@lucide/svelte/icons/panel-top';
import Plus from '@lucide/svelte/icons/plus';
import Sprout from '@lucide/svelte/icons/sprout';
import Sun from '@lucide/svelte/icons/sun';
import Undo from '@lucide/svelte/icons/undo-2';
import UserRound from '@lucide/svelte/icons/user-round';
import { createAction } from '../../../shared/access/actions.ts';
import { childKinds } from '../../../shared/organisations/hierarchy.ts';
import {
  accountPath,
  checkAccessPath,
  createPath,
  homePath,
  inboxPath,
  onboardingsPath,
  organisationPath,
} from '../../core/paths.ts';
import type { Session } from '../../core/session.svelte.ts';
import { whatWords } from '../../live/edits/edit-words.ts';
import type { Live } from '../../live/live.svelte.ts';
import { allowed, placeOf } from '../../live/place.ts';
import { viewsOf } from '../../organisations/views-of.ts';
import { words as organisationWords } from '../../organisations/words.ts';
import type { Leaving } from '../leaving.svelte.ts';
import { go, route } from '../routes.ts';
import type { Theme } from '../theme.svelte.ts';
import type { Command } from './command-palette.svelte.ts';
import { words } from './words.ts';

interface Means {
  live: Live;
  session: Session;
  theme: Theme;
  leaving: Leaving;
  onshortcuts: () => void;
}

/** The deeds that the palette offers on the page that is open. */
export function paletteDeeds({ live, session, theme, leaving, onshortcuts }: Means): Command[] {
  return [
    ...undoable(live),
    ...creationsHere(live, session),
    leadingTo(words.goHome, House, homePath),
    leadingTo(words.inbox, Bell, inboxPath),
    leadingTo(words.onboardings, Sprout, onboardingsPath),
    leadingTo(words.yourAccount, UserRound, accountPath),
    leadingTo(words.checkAccess, KeyRound, checkAccessPath(route.params.id)),
    deed(words.showShortcuts, Keyboard, onshortcuts),
    deed(words.useDark, Moon, () => {
      theme.choose('dark');
    }),
    deed(words.useLight, Sun, () => {
      theme.choose('light');
    }),
    deed(words.signOut, LogOut, leaving.ask),
    ...viewsHere(live),
  ];
}

function deed(label: string, icon: Command['icon'], run: () => void): Command {
  return { id: label, label, hint: '', icon, run };
}

function leadingTo(label: string, icon: Command['icon'], path: string): Command {
  return deed(label, icon, () => {
    go(path);
  });
}

/** One's last edit, by name: nobody should have to guess what it would be. */
function undoable({ undo }: Live): Command[] {
  const { next } = undo;
  if (!next) return [];
  return [
    deed(words.undo({ what: whatWords(next) }), Undo, () => {
      undo.undo(next);
    }),
  ];
}

/** What can be created below the organisation whose page is open. */
function creationsHere(live: Live, session: Session): Command[] {
  const here = live.store.get('organisation', route.params.id ?? '');
  const place = here && placeOf(live, session, here.id);
  if (!here || !place) return [];
  return childKinds(here.kind)
    .filter((kind) => kind !== 'platform')
    .filter((kind) => allowed(live, session, createAction(kind), place).allowed)
    .map((kind) =>
      leadingTo(words.newBelow({ kind, name: here.displayName }), Plus, createPath(here.id, kind)),
    );
}

/** The views of the organisation whose page is open. */
function viewsHere(live: Live): Command[] {
  const here = live.store.get('organisation', route.params.id ?? '');
  if (!here) return [];
  const { views } = organisationWords;
  return viewsOf(here.kind).map((view) =>
    leadingTo(
      words.viewOf({ view: views[view], name: here.displayName }),
      PanelTop,
      organisationPath(here.id, view),
    ),
  );
}
