import { describe, expect, test } from 'vitest';
import { BadEnvironment, readConfig } from '../../server/core/env.ts';
import { Program } from '../support/program.ts';

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
    ['CANOPY_PUBLIC_URL', 'canopy.example'],
    ['CANOPY_PUBLIC_URL', 'ftp://canopy.example'],
    ['CANOPY_DATABASE_URL', 'mysql://localhost/canopy'],
    ['CANOPY_SETUP_TOKEN', 'short'],
    ['CANOPY_SMTP_URL', 'mail.example'],
    ['CANOPY_LOG_LEVEL', 'loud'],
    ['CANOPY_TRUSTED_PROXIES', 'proxy.example'],
    ['CANOPY_TRUSTED_PROXIES', '10.0.0.0/33, ::1'],
    ['CANOPY_AUDIT_RETENTION_DAYS', '89'],
    ['CANOPY_AUDIT_RETENTION_DAYS', 'a year'],
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
});

describe('a process', () => {
  test('prints where it is and how to set it up, and stops when told', async () => {
    await using program = await Program.start();

    const url = await program.address();
    const [link = ''] = await program.printed(/http\S+\/setup\?token=\S+/);
    const setup = await fetch(`${url}/api/setup`);
    const status = await program.stop();

    expect(link).toContain(url);
    expect(await setup.json()).toEqual({ needed: true });
    expect(status).toBe(0);
  });
});
