import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdir, readFile } from 'node:fs/promises';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { NewToken } from '../../shared/tokens/contract.ts';
import type { EntityManager } from '../../server/core/db/open-database.ts';
import { Bearer } from '../support/bearer.ts';
import { begin, depart, roundTrip } from '../support/federation.ts';
import { MovableClock } from '../support/clock.ts';
import { isOnPostgres } from '../support/database.ts';
import { HostileProvider } from '../support/hostile-provider.ts';
import { invitationToken, mailsTo } from '../support/outbox.ts';
import { PASSWORD } from '../support/people.ts';
import { Program } from '../support/program.ts';
import { SETUP_TOKEN, startTestServer } from '../support/server.ts';
import { bodyOf, Session } from '../support/session.ts';
import { addApp, codeAt } from '../support/totp.ts';

const ada = { email: 'ada@canopy.example', displayName: 'Ada' };
const eve = { email: 'eve@canopy.example', displayName: 'Eve' };
const next = 'another walk through the forest';
const last = 'the last walk through the forest';
const mistyped = 'a mistyped walk through the forest';

/** A server, whatever it runs in. */
type Started = Pick<Program, 'address' | 'dataDir'>;

/** Everything that a session goes through; the secrets that were used on the way. */
async function live(program: Started): Promise<Record<string, string>> {
  const url = await program.address();
  const admin = new Session(url);
  bodyOf(await admin.post('/setup', { ...ada, token: SETUP_TOKEN, password: PASSWORD }));
  const first = tokenOf(admin);
  await new Session(url).post('/auth/sign-in', { email: ada.email, password: mistyped });
  const key = { idempotencyKey: 'once' };
  bodyOf(await admin.post('/auth/password', { current: PASSWORD, next }, key));
  const { account } = await admin.who();
  bodyOf(await admin.post(`/organisations/${account.organisationId}/accounts`, eve));
  const [mail] = await mailsTo(eve.email, join(program.dataDir, 'outbox'));
  const invitation = mail ? invitationToken(mail) : '';
  const invited = new Session(url);
  const accept = { displayName: 'Eve', password: PASSWORD };
  bodyOf(await invited.post(`/invitations/${invitation}/accept`, accept));
  const factor = await addApp(invited, new Date(Date.now() - 30_000));
  const code = codeAt(factor.secret, new Date());
  const half = new Session(url);
  bodyOf(await half.post('/auth/sign-in', { email: eve.email, password: PASSWORD }));
  const halfWay = tokenOf(half);
  await half.post('/auth/mfa', { code: 'a-wrong-recovery-code' });
  bodyOf(await half.post('/auth/mfa', { code }));
  const [recoveryCode = ''] = factor.recoveryCodes;
  bodyOf(await half.post('/auth/reauthenticate', { code: recoveryCode }));
  bodyOf(await half.post('/auth/passkey/options'));
  bodyOf(await new Session(url).post('/auth/password-reset', { email: eve.email }));
  const reset = await resetTokenFor(program);
  await new Session(url).post('/auth/password-reset/open', { token: reset });
  bodyOf(
    await new Session(url).post('/auth/password-reset/confirm', { token: reset, password: last }),
  );
  const again = new Session(url);
  bodyOf(await again.post('/auth/sign-in', { email: eve.email, password: last }));
  const { recoveryCodes: left } = factor;
  bodyOf(await again.post('/auth/mfa', { code: left[1] }));
  await using provider = await HostileProvider.start();
  const clientSecret = 'a-client-secret-that-nobody-may-read';
  const connection = { ...provider.connection, clientSecret };
  const { id } = bodyOf(await admin.post<{ id: string }>('/federation/providers', connection));
  const there = await begin(again, id, 'link');
  await roundTrip(again, { hostile: provider, id, there });
  const waiting = await depart(new Session(url), id);
  await using socket = await again.socket();
  await socket.roundTrip();
  await new Session(url).get(`/invitations/${invitation}`);
  const apiToken = await useToken(admin, account.organisationId);
  return {
    apiToken,
    PASSWORD,
    next,
    mistyped,
    first,
    second: tokenOf(admin),
    third: tokenOf(invited),
    invitation,
    totp: factor.secret,
    ...Object.fromEntries(left.map((each, at) => [`recovery code ${at}`, each])),
    wrong: 'a-wrong-recovery-code',
    halfWay,
    whole: tokenOf(half),
    ceremony: half.ceremony.split('=')[1] ?? '',
    reset,
    last,
    after: tokenOf(again),
    clientSecret,
    flow: again.flow.split('=')[1] ?? '',
    ...secretsOf(there, 'first'),
    ...secretsOf(waiting, 'waiting'),
    code: `"${code}"`,
  };
}

/** Makes an API token, calls and follows by it, and revokes it. */
async function useToken(admin: Session, organisationId: string): Promise<string> {
  const wish = { name: 'Export', role: 'PlatformReader', organisationId, expiresInDays: 1 };
  const { id, token } = bodyOf(
    await admin.post<NewToken>('/tokens', wish, { idempotencyKey: 'it' }),
  );
  const program = new Bearer(admin.url, token);
  bodyOf(await program.get<unknown>('/organisations'));
  await program.post('/organisations', {});
  await using socket = await program.socket();
  await socket.roundTrip();
  bodyOf(await admin.delete<unknown>(`/tokens/${id}`));
  await program.get('/organisations');
  return token;
}

/** The mail leaves after the answer: it is waited for. */
async function resetTokenFor({ dataDir }: Started): Promise<string> {
  let token: string | undefined;
  await expect
    .poll(async () => {
      const mails = await mailsTo(eve.email, join(dataDir, 'outbox'));
      token = mails.flatMap(({ text }) => /reset-password#([\w-]+)/.exec(text)?.[1] ?? [])[0];
      return token;
    })
    .toBeTruthy();
  return token ?? '';
}

/** What the way to a provider carries and only the browser and the provider may know. */
function secretsOf({ searchParams }: URL, name: string): Record<string, string> {
  const of = (part: string): [string, string] => [
    `${part} of the ${name}`,
    searchParams.get(part) ?? '',
  ];
  return Object.fromEntries([of('state'), of('nonce')]);
}

function tokenOf({ cookie }: Session): string {
  return cookie.split('=')[1] ?? '';
}

describe('secrets', () => {
  test('are in no file but the mail, and in no line of the log', async () => {
    await using program = await Program.start({ CANOPY_LOG_LEVEL: 'trace' });

    const secrets = await live(program);

    const files = await readdir(program.dataDir);
    const contents = await Promise.all(
      files
        .filter((file) => file.startsWith('canopy.'))
        .map((file) => readFile(join(program.dataDir, file), 'latin1')),
    );
    const stored = contents.join('');
    expect(stored).toContain(eve.email);
    expect(Object.values(secrets).every((secret) => secret.length >= 8)).toBe(true);
    for (const [name, secret] of Object.entries(secrets)) {
      expect(stored.includes(secret), `${name} is stored`).toBe(false);
      expect(program.output.includes(secret), `${name} is logged`).toBe(false);
    }
  });

  test('are in no table, and in no address that was asked for', async () => {
    await using server = await startTestServer(new MovableClock());
    using asked = new AskedFor(server.url);
    const address = () => Promise.resolve(server.url);

    const secrets = await live({ address, dataDir: server.dataDir });

    const stored = await dump(server.running.context.database.em.fork());
    const urls = asked.urls.join('\n');
    expect(stored).toContain(eve.email);
    expect(urls).toContain('/api/auth/password-reset/confirm');
    expect(urls).toContain('/socket.io/');
    for (const [name, secret] of Object.entries(secrets)) {
      expect(stored.includes(secret), `${name} is stored`).toBe(false);
      if (carriedInAddresses.test(name)) continue;
      expect(urls.includes(secret), `${name} is in an address`).toBe(false);
    }
  });
});

/** What a link carries that works once: an invitation's, and the state that a provider sends back. */
const carriedInAddresses = /^(invitation|state of the \w+)$/;

const served = 'http.server.request.start';
const sent = 'http.client.request.start';

/** Listens to what a server of this process is asked for; sockets open with a request that is sent. */
class AskedFor {
  readonly urls: string[] = [];
  readonly #host: string;

  constructor(url: string) {
    this.#host = new URL(url).host;
    subscribe(served, this.#noteServed);
    subscribe(sent, this.#noteSent);
  }

  readonly #noteServed = (message: unknown): void => {
    const { request } = message as { request: IncomingMessage };
    if (request.headers.host === this.#host) this.urls.push(request.url ?? '');
  };

  readonly #noteSent = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    if (request.getHeader('host') === this.#host) this.urls.push(request.path);
  };

  [Symbol.dispose](): void {
    unsubscribe(served, this.#noteServed);
    unsubscribe(sent, this.#noteSent);
  }
}

/** Every row of every table, as text. */
async function dump(em: EntityManager): Promise<string> {
  const tables = await em.execute<{ name: string }[]>(
    isOnPostgres()
      ? `select table_name as name from information_schema.tables where table_schema = 'public'`
      : `select name from sqlite_master where type = 'table'`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) => em.execute<object[]>(`select * from "${name}"`)),
  );
  return JSON.stringify(rows);
}
