import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BadEnvironment, readConfig } from '../../server/core/env.ts';
import { mailsTo } from '../support/outbox.ts';
import { PASSWORD } from '../support/people.ts';
import { Program } from '../support/program.ts';
import { SETUP_TOKEN } from '../support/server.ts';
import { bodyOf, Session } from '../support/session.ts';

const founder = {
  token: SETUP_TOKEN,
  email: 'ann@canopy.example',
  displayName: 'Ann',
  password: PASSWORD,
};

describe('an environment that says nothing', () => {
  test('means SQLite on loopback, port 3000', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      publicUrl: null,
      secretKey: null,
      auditKey: null,
      auditRetentionDays: null,
      smtpUrl: null,
      setupToken: null,
      logLevel: 'info',
      changeRetentionDays: 14,
      trustedProxies: [],
      providerNetworks: [],
    });
  });

  test('is what empty variables make', () => {
    const empty = { PORT: '', CANOPY_DATABASE_URL: '', CANOPY_SMTP_URL: '', CANOPY_LOG_LEVEL: '' };

    expect(readConfig(empty)).toEqual(readConfig({}));
  });
});

describe('a variable that cannot be used', () => {
  test.each([
    ['PORT', 'three thousand'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '0x10'],
    ['PORT', '1e3'],
    ['PORT', ' 80'],
    ['PORT', '+80'],
    ['CANOPY_HOST', 'localhost:3000'],
    ['CANOPY_HOST', 'http://localhost'],
    ['CANOPY_HOST', '[::1]'],
    ['CANOPY_PUBLIC_URL', 'canopy.example'],
    ['CANOPY_PUBLIC_URL', 'ftp://canopy.example'],
    ['CANOPY_PUBLIC_URL', 'https://canopy.example/admin'],
    ['CANOPY_PUBLIC_URL', 'https://canopy.example?x=1'],
    ['CANOPY_PUBLIC_URL', 'https://canopy.example/#x'],
    ['CANOPY_PUBLIC_URL', 'https://ann@canopy.example'],
    ['CANOPY_DATABASE_URL', 'mysql://localhost/canopy'],
    ['CANOPY_DATABASE_URL', 'postgres://ann:a#b@localhost/canopy'],
    ['CANOPY_DATABASE_URL', 'postgres://ann@localhost/canopy#x'],
    ['CANOPY_DATABASE_URL', 'postgres://ann@localhost'],
    ['CANOPY_DATABASE_URL', 'postgres://ann@localhost/'],
    ['CANOPY_SETUP_TOKEN', 'short'],
    ['CANOPY_SMTP_URL', 'mail.example'],
    ['CANOPY_SMTP_URL', 'smtp://'],
    ['CANOPY_SMTP_URL', 'smtp:///x'],
    ['CANOPY_LOG_LEVEL', 'loud'],
    ['CANOPY_TRUSTED_PROXIES', 'proxy.example'],
    ['CANOPY_TRUSTED_PROXIES', '10.0.0.0/33, ::1'],
    ['CANOPY_AUDIT_RETENTION_DAYS', '89'],
    ['CANOPY_AUDIT_RETENTION_DAYS', 'a year'],
    ['CANOPY_AUDIT_RETENTION_DAYS', '1e3'],
    ['CANOPY_CHANGE_RETENTION_DAYS', '0'],
    ['CANOPY_CHANGE_RETENTION_DAYS', 'a week'],
  ])('is named: %s=%s', (name, value) => {
    const read = () => readConfig({ [name]: value });

    expect(read).toThrow(BadEnvironment);
    expect(read).toThrow(new RegExp(`^${name}: .{10,}`));
  });

  test('ends the process with status 78, every bad one named', async () => {
    await using program = await Program.start({ PORT: 'x', CANOPY_LOG_LEVEL: 'loud' });

    const status = await program.exited();

    expect(status).toBe(78);
    expect(program.output).toMatch(/PORT: .*\nCANOPY_LOG_LEVEL: /);
  });

  test('that only listening shows to be wrong ends it with status 78 too', async () => {
    await using program = await Program.start({ CANOPY_HOST: 'no-such-host.invalid' });

    expect(await program.exited()).toBe(78);
    expect(program.output).toMatch(/CANOPY_HOST: .*listen/);
  });
});

describe('a host that is an IPv6 address', () => {
  test.each([
    ['::1', 'http://[::1]:'],
    ['::', 'http://localhost:'],
  ])('%s is served, invited from and set up', async (host, address) => {
    await using program = await Program.start({ CANOPY_HOST: host });

    const url = await program.address();
    const ann = new Session(url);
    bodyOf(await ann.post('/setup', founder));
    const { account } = await ann.who();
    const home = `/organisations/${account.organisationId}/accounts`;
    const invited = await ann.post(home, {
      email: 'ben@canopy.example',
      displayName: 'Ben',
      type: 'administrator',
    });
    const options = await ann.post('/auth/passkey/options');

    expect(program.output).toContain(`Canopy is at ${address}`);
    expect(invited.status).toBe(201);
    expect(options.status).toBe(200);
    const [mail] = await mailsTo('ben@canopy.example', join(program.dataDir, 'outbox'));
    expect(mail?.headers).toContain('From: Canopy <no-reply@localhost>');
  });
});

describe('a key file that was cut off', () => {
  test.each(['secret.key', 'audit.key'])('%s keeps the process from starting', async (name) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'canopy-keys-'));
    await writeFile(join(dataDir, name), 'cut');
    await using program = await Program.start({ CANOPY_DATA_DIR: dataDir });

    expect(await program.exited()).toBe(78);
    expect(program.output).toMatch(new RegExp(`${name}: a key of 32 bytes; it has 3\\.`));
    expect(await readFile(join(dataDir, name), 'utf8')).toBe('cut');
    await rm(dataDir, { recursive: true });
  });
});

describe('a process', () => {
  test('prints where it is and how to set it up, and stops when told', async () => {
    await using program = await Program.start();

    const url = await program.address();
    const [link = ''] = await program.printed(/http\S+\/setup\?token=\S+/);
    const setup = await fetch(`${url}/api/setup`);
    const status = await program.stop();

    expect(link).toContain(`http://localhost:${new URL(url).port}/setup`);
    expect(await setup.json()).toEqual({ needed: true });
    expect(status).toBe(0);
  });
});
