import { speakBy } from '../../shared/core/words/speech.ts';
import { records } from '../../shared/records.ts';
import { Api } from '../core/api.ts';
import { Chunks } from '../core/chunks.svelte.ts';
import { serverTime } from '../core/server-clock.ts';
import { type Moved, Session } from '../core/session.svelte.ts';
import { Speaking } from '../core/speaking.svelte.ts';
import type { LiveSocket } from '../live/connection.svelte.ts';
import { Live } from '../live/live.svelte.ts';
import { Presence } from '../live/presence.svelte.ts';
import { setClock } from '../ui/clock.ts';
import { Shortcuts } from '../ui/shortcuts.svelte.ts';
import { Going } from './going.svelte.ts';
import { Scrolling } from './scrolling.ts';
import { Theme } from './theme.svelte.ts';

/** A server that dies during the handshake is noticed by nothing but this. Milliseconds. */
const CONNECT_WITHIN = 5_000;

/** A socket to where this page came from. It waits to be told to connect. */
async function openSocket(): Promise<LiveSocket> {
  const { io } = await chunks.load(() => import('socket.io-client'));
  return io({
    transports: ['websocket'],
    autoConnect: false,
    reconnection: false,
    timeout: CONNECT_WITHIN,
    auth: (tell) => {
      tell({ account: session.accountId });
    },
  });
}

async function isAnswered(): Promise<void> {
  const { ok } = await fetch('/healthz', { cache: 'no-store' });
  if (!ok) throw new Error('The server is not up.');
}

function startOver(): void {
  const { to = location.href } = going;
  if (to === location.href) location.reload();
  else location.assign(to);
}

/* What lives as long as the page does. Components get these by context; only the routes, which
   are data and belong to no component, reach for them here. */

export const api = new Api();
export const going = new Going();
export const chunks = new Chunks({
  reach: isAnswered,
  startOver,
  release: import.meta.url,
  store: () => sessionStorage,
});
export const session = new Session(api);
setClock(serverTime);

const tabs = new BroadcastChannel('canopy:session');
session.onmoved = (how) => {
  tabs.postMessage(how);
};
tabs.onmessage = ({ data }: MessageEvent<Moved>) => {
  session.moved(data);
};

export const live = new Live({
  records,
  api,
  session,
  open: openSocket,
  tabs: new BroadcastChannel('canopy:edits'),
});
export const presence = new Presence(live, () => session.accountId);
export const scrolling = new Scrolling();
scrolling.start();
export const shortcuts = new Shortcuts();
export const theme = new Theme();
export const speaking = new Speaking({
  wanted: () => navigator.languages,
  load: async (language) =>
    language === 'de'
      ? { tables: (await import('./german.ts')).german }
      : { through: (await import('../../shared/core/words/pseudo.ts')).pseudo },
});
speakBy(() => speaking.speech);
