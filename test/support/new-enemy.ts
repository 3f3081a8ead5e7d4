import type { Account } from '../../shared/people/contract.ts';
import type { Grant } from '../../shared/access/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import type { Scope } from '../../shared/live/contract.ts';
import { Bearer, makeToken } from './bearer.ts';
import { bodyOf, Session } from './session.ts';
import type { LiveSocket } from './socket.ts';
import type { World } from './world.ts';

/** What a round takes away from its reader, and what is written afterwards. */
interface Enemy {
  name: string;
  /** Gives the reader sight of what will be written. */
  open: (stage: Stage) => Promise<Session>;
  /** Ends that sight; whatever is committed after this answered must stay unseen. */
  revoke: (stage: Stage, reader: Session) => Promise<void>;
  /** Writes the secret where the reader could have seen it. */
  write: (stage: Stage, secret: string) => Promise<void>;
  follow: { scope: Scope; place: 'acme' | 'alder' };
  /** What the reader keeps asking for. */
  doors: (stage: Stage, secret: string) => string[];
}

/** Everything that a round plays with. */
export interface Stage {
  world: World;
  /** Where writes and revocations go; the reader may be on another node. */
  writer: Session;
  readerUrl: string;
  reader: Session;
  readerId: string;
  insider: Session;
  /** The token that the reader was given last. */
  tokenId: string;
}

/** What a reader saw that was written after they were shut out. */
export interface Sighting {
  round: number;
  enemy: string;
  door: string;
}

/**
 * Plays the rounds: give sight, take it, write, and look whether the reader, with an open socket
 * and pages that keep asking, meets the secret anywhere.
 */
export async function playNewEnemy(stage: Stage, rounds: number): Promise<Sighting[]> {
  const sightings: Sighting[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const enemy = enemies[round % enemies.length] as Enemy;
    sightings.push(...(await playRound(stage, enemy, round)));
  }
  return sightings;
}

/** How many ways of losing sight there are; so many rounds play each once. */
export const enemyCount = (): number => enemies.length;

async function playRound(stage: Stage, enemy: Enemy, round: number): Promise<Sighting[]> {
  const secret = `secret-${round}-${Math.random().toString(36).slice(2)}`;
  const sightings: Sighting[] = [];
  const sees = (door: string, text: string) => {
    if (text.includes(secret)) sightings.push({ round, enemy: enemy.name, door });
  };
  const reader = await enemy.open(stage);
  await using socket = await reader.socket();
  const followed = {
    scope: enemy.follow.scope,
    organisationId: stage.world.ids[enemy.follow.place],
  };
  const { head } = await socket.subscribe(followed);
  const doors = enemy.doors(stage, secret);
  const polling = new AbortController();
  const polls = doors.map((door) => poll(reader, door, sees, polling.signal));

  await enemy.revoke(stage, reader);
  await enemy.write(stage, secret);

  for (const door of doors) sees(`${door} afterwards`, (await reader.get(door)).text);
  polling.abort();
  await Promise.all(polls);
  await lastWord(socket, { ...followed, since: head }, (text) => {
    sees('resume', text);
  });
  sees('socket', JSON.stringify(socket.packets));
  await restore(stage);
  return sightings;
}

async function poll(
  reader: Session,
  door: string,
  sees: (door: string, text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) sees(door, (await reader.get(door)).text);
}

/** Asks to resume, which also makes sure that everything sent before has arrived. */
async function lastWord(
  socket: LiveSocket,
  wanted: Parameters<LiveSocket['subscribe']>[0],
  sees: (text: string) => void,
): Promise<void> {
  if (!socket.isConnected) return;
  try {
    sees(JSON.stringify(await socket.ask('subscribe', wanted)));
  } catch {
    // the connection was ended instead of answered: nothing can be seen on it any more
  }
}

const rename = async ({ world, writer }: Stage, secret: string) => {
  bodyOf(await writer.patch(world.at('acme'), { displayName: secret }, { ifMatch: '*' }));
};

const directoryDoors = ({ world }: Stage, secret: string) => [
  world.at('acme'),
  world.at('alder', '/children'),
  world.at('alder', '/activity'),
  `/organisations?q=${secret}`,
];

const give = async ({ world, writer, readerId, reader }: Stage) => {
  const input = { role: 'PartnerReader', organisationId: world.ids.alder };
  await writer.post(`/accounts/${readerId}/grants`, input);
  return reader;
};

const enemies: Enemy[] = [
  {
    name: 'a grant taken',
    open: give,
    revoke: takeRoles,
    write: rename,
    follow: { scope: 'subtree', place: 'alder' },
    doors: directoryDoors,
  },
  {
    name: 'an organisation moved away',
    open: give,
    revoke: async ({ world, writer }) => {
      bodyOf(await writer.post(world.at('acme', '/move'), { parentId: world.ids.birch }));
    },
    write: rename,
    follow: { scope: 'subtree', place: 'alder' },
    doors: directoryDoors,
  },
  {
    name: 'the barrier closed',
    open: give,
    revoke: async ({ world, insider }) => {
      const closed = { managementMode: 'self-managed' };
      bodyOf(await insider.put(world.at('acme', '/access'), closed));
    },
    write: async ({ insider }, secret) => {
      const { account } = await insider.who();
      const path = `/accounts/${account.id}`;
      bodyOf(await insider.patch(path, { displayName: secret }, { ifMatch: '*' }));
    },
    follow: { scope: 'record', place: 'acme' },
    doors: ({ world }) => [world.at('acme', '/accounts'), world.at('acme', '/grants')],
  },
  {
    name: 'an ancestor suspended',
    open: give,
    revoke: async ({ world, writer }) => {
      bodyOf(await writer.post(world.at('alder', '/suspend')));
    },
    write: rename,
    follow: { scope: 'subtree', place: 'alder' },
    doors: directoryDoors,
  },
  {
    name: 'the session ended',
    open: async (stage) => {
      await give(stage);
      return signInAgain(stage);
    },
    revoke: async ({ writer }, reader) => {
      const sessions = bodyOf(
        await reader.get<{ items: { id: string; current: boolean }[] }>('/auth/sessions'),
      );
      const id = sessions.items.find((session) => session.current)?.id ?? '';
      const other = new Session(writer.url, reader.cookie);
      bodyOf(await other.delete<unknown>(`/auth/sessions/${id}`));
    },
    write: rename,
    follow: { scope: 'record', place: 'acme' },
    doors: directoryDoors,
  },
  {
    name: 'the account disabled',
    open: async (stage) => {
      await give(stage);
      return signInAgain(stage);
    },
    revoke: async ({ writer, readerId }) => {
      bodyOf(await writer.post<Account>(`/accounts/${readerId}/disable`));
    },
    write: rename,
    follow: { scope: 'record', place: 'acme' },
    doors: directoryDoors,
  },
  {
    name: 'a token revoked',
    open: async (stage) => {
      const { world, writer, readerUrl } = stage;
      const made = await makeToken(world, writer, { role: 'PartnerReader', at: 'alder' });
      stage.tokenId = made.id;
      return new Bearer(readerUrl, made.token);
    },
    revoke: async ({ writer, tokenId }) => {
      bodyOf(await writer.delete<unknown>(`/tokens/${tokenId}`));
    },
    write: rename,
    follow: { scope: 'subtree', place: 'alder' },
    doors: directoryDoors,
  },
  {
    name: 'a role taken from whoever made the token',
    open: async (stage) => {
      const { world, writer, reader, readerId, readerUrl } = stage;
      await takeRoles(stage);
      const input = { role: 'PartnerAdministrator', organisationId: world.ids.alder };
      bodyOf(await writer.post<Grant>(`/accounts/${readerId}/grants`, input));
      const made = await makeToken(world, reader, { role: 'PartnerReader', at: 'alder' });
      return new Bearer(readerUrl, made.token);
    },
    revoke: takeRoles,
    write: rename,
    follow: { scope: 'subtree', place: 'alder' },
    doors: directoryDoors,
  },
];

async function takeRoles({ writer, readerId }: Stage): Promise<void> {
  const held = bodyOf(await writer.get<{ items: Grant[] }>(`/accounts/${readerId}/grants`));
  for (const { id } of held.items) bodyOf(await writer.delete<unknown>(`/grants/${id}`));
}

async function signInAgain({ world, readerUrl }: Stage): Promise<Session> {
  const { cookie } = await world.signIn('nobody@north');
  return new Session(readerUrl, cookie);
}

/** Puts everything back, whatever the round took. */
async function restore(stage: Stage): Promise<void> {
  const { world, writer, insider, readerId, readerUrl } = stage;
  await writer.post(world.at('alder', '/activate'));
  // a suspension ends the sessions below for good
  insider.cookie = (await world.signIn('tenant-admin@acme')).cookie;
  await insider.put(world.at('acme', '/access'), { managementMode: 'managed' });
  const { body } = await writer.get<Organisation>(world.at('acme'));
  if (body.parentId !== world.ids.alder) {
    bodyOf(await writer.post(world.at('acme', '/move'), { parentId: world.ids.alder }));
  }
  const { body: account } = await writer.get<Account>(`/accounts/${readerId}`);
  if (account.status !== 'active') {
    bodyOf(await writer.post(`/accounts/${readerId}/enable`));
    const { cookie } = await world.signIn('nobody@north');
    stage.reader = new Session(readerUrl, cookie);
  }
}

/** Builds the stage: the reader on `readerUrl`, everybody else where the world is. */
export async function setStage(world: World, readerUrl = world.url): Promise<Stage> {
  const first = await world.signIn('nobody@north');
  const { account } = await first.who();
  return {
    world,
    writer: world.founder,
    readerUrl,
    reader: new Session(readerUrl, first.cookie),
    readerId: account.id,
    insider: await world.signIn('tenant-admin@acme'),
    tokenId: '',
  };
}
