import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { isNetwork } from './http/client-address.ts';

/** A variable of the environment that cannot be used; the process ends with status 78. */
export class BadEnvironment extends Error {}

/** An address of one of these protocols whose parts are as they must be. */
const url = (protocols: string[], hint: string, mayBe: (url: URL) => boolean) =>
  z.string().refine((text) => {
    const parsed = URL.parse(text);
    return parsed !== null && protocols.includes(parsed.protocol) && mayBe(parsed);
  }, hint);

/** Digits alone: what JavaScript would take besides (`0x10`, `1e1`, ` 10`) is a slip of the hand. */
const number = (hint: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, hint)
    .transform(Number)
    .refine((value) => value >= least && value <= most, hint);

/** Our links name pages from the root on, so an address with a path or a query cannot be meant. */
function isOrigin({ pathname, search, hash, username, password }: URL): boolean {
  return pathname === '/' && `${search}${hash}${username}${password}` === '';
}

/** A raw `#` in a password begins a fragment, and would be cut off without a word. */
function namesDatabase({ pathname, hash }: URL): boolean {
  return /^\/[^/]+$/.test(pathname) && hash === '';
}

/** A name or an address; what resolves it is seen when the server listens there. */
function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text);
}

/** Less, and whoever broke in would see their traces go before anybody looked for them. */
const LEAST_AUDIT_DAYS = 90;
const auditDays = `a number of days, ${LEAST_AUDIT_DAYS} or more, or nothing to keep records for ever`;

const networks = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .refine(
    (parts) => parts.every(isNetwork),
    'addresses or networks, such as 10.0.0.0/8, separated by commas',
  );

const Environment = z.object({
  PORT: number('a port number from 0 to 65535', 0, 65535).default(3000),
  CANOPY_HOST: z
    .string()
    .refine(isHost, 'a host name or an address, such as 127.0.0.1 or ::1, without a port')
    .default('127.0.0.1'),
  CANOPY_DATA_DIR: z.string().min(1).default('./data'),
  CANOPY_FILES_DIR: z.string().min(1).optional(),
  CANOPY_PUBLIC_URL: url(
    ['http:', 'https:'],
    'an http or https address without path, query or user, such as https://canopy.example',
    isOrigin,
  ).optional(),
  CANOPY_DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'a postgres:// address that ends in the name of a database, with a # in it written as %23, ' +
      'or nothing for SQLite',
    namesDatabase,
  ).optional(),
  CANOPY_SETUP_TOKEN: z.string().min(16, 'at least 16 characters').optional(),
  CANOPY_SECRET_KEY: z.string().min(32, 'at least 32 random characters').optional(),
  CANOPY_AUDIT_KEY: z.string().min(32, 'at least 32 random characters').optional(),
  CANOPY_AUDIT_RETENTION_DAYS: number(auditDays, LEAST_AUDIT_DAYS, 36_500).optional(),
  CANOPY_SMTP_URL: url(
    ['smtp:', 'smtps:'],
    'an smtp:// or smtps:// address that names a server, or nothing',
    ({ hostname, hash }) => hostname !== '' && hash === '',
  ).optional(),
  CANOPY_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info'),
  CANOPY_CHANGE_RETENTION_DAYS: number('a number of days, from 1 to 3650', 1, 3650).default(14),
  CANOPY_TRUSTED_PROXIES: networks,
  CANOPY_PROVIDER_NETWORKS: networks,
});

/** What the process was told, checked. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Where files are, which several nodes share; `null` for a folder of the data directory. */
  filesDir: string | null;
  publicUrl: string | null;
  databaseUrl: string | null;
  setupToken: string | null;
  /** Encrypts what is stored encrypted; `null` for a key that the data directory keeps. */
  secretKey: string | null;
  /** Signs the audit's checkpoints; `null` for a key that the data directory keeps. */
  auditKey: string | null;
  /** How long audit records are kept; `null` for ever. */
  auditRetentionDays: number | null;
  smtpUrl: string | null;
  logLevel: z.infer<typeof Environment>['CANOPY_LOG_LEVEL'];
  changeRetentionDays: number;
  /** The proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[];
  /** The private networks in which identity providers may be. */
  providerNetworks: readonly string[];
}

/**
 * The start reads the configuration; an empty variable counts as unset. Throws `BadEnvironment`
 * naming every bad one.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new BadEnvironment(lines.join('\n'));
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.CANOPY_HOST,
    dataDir: path.resolve(values.CANOPY_DATA_DIR),
    filesDir: values.CANOPY_FILES_DIR ? path.resolve(values.CANOPY_FILES_DIR) : null,
    publicUrl: values.CANOPY_PUBLIC_URL ? new URL(values.CANOPY_PUBLIC_URL).origin : null,
    databaseUrl: values.CANOPY_DATABASE_URL ?? null,
    setupToken: values.CANOPY_SETUP_TOKEN ?? null,
    secretKey: values.CANOPY_SECRET_KEY ?? null,
    auditKey: values.CANOPY_AUDIT_KEY ?? null,
    auditRetentionDays: values.CANOPY_AUDIT_RETENTION_DAYS ?? null,
    smtpUrl: values.CANOPY_SMTP_URL ?? null,
    logLevel: values.CANOPY_LOG_LEVEL,
    changeRetentionDays: values.CANOPY_CHANGE_RETENTION_DAYS,
    trustedProxies: values.CANOPY_TRUSTED_PROXIES,
    providerNetworks: values.CANOPY_PROVIDER_NETWORKS,
  };
}
