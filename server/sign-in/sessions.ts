import { createHash } from 'node:crypto';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import { PASSWORD_PATH } from '../../shared/organisations/sign-in-paths.ts';
import { HOUR, MINUTE } from '../core/clock.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { ifWritable } from '../core/db/outage.ts';
import { newId } from '../core/new-id.ts';
import { Session } from './session.entity.ts';

/** How long a session lives at most, however busy. */
export const SESSION_LIFETIME = 12 * HOUR;

/** How long a session lives unused. */
const SESSION_IDLE = 30 * MINUTE;

/** How often at most the use of a session is written down. */
const RENEW_AFTER = MINUTE;

/** From where a session is used. */
export interface Device {
  address: string;
  userAgent: string;
}

/** A session that holds, by its token. */
export interface LiveSession {
  tokenHash: string;
  accountId: string;
}

/** What a session begins with. */
export interface Beginning extends Device {
  /** When a second factor was shown, if one was. */
  secondFactorAt?: Date | null;
  /** The path by which the person came in; that of `renews` where it takes over. */
  signInPath?: string;
  /** The session that it takes over from: it ends no later than that one would have. */
  renews?: Session;
}

/** The only form in which a session's token is stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * A session is started for somebody who has just shown who they are, within the caller's
 * transaction; the returned token is shown to nobody else.
 */
export async function startSession(
  em: EntityManager,
  accountId: string,
  beginning: Beginning,
  now: Date,
): Promise<{ token: string }> {
  const session = await luciaOver(em, now).createSession(accountId, beginning);
  return { token: session.id };
}

/** The session behind a token, its idle time renewed; `null` where it is over or never was. */
export async function useSession(
  em: EntityManager,
  token: string,
  now: Date,
): Promise<LiveSession | null> {
  const { session } = await luciaOver(em, now).validateSession(token);
  return session && { tokenHash: hashToken(token), accountId: session.userId };
}

/** Lucia renews a session when half of what it takes for its lifetime is over. */
function luciaOver(em: EntityManager, now: Date): Lucia {
  return new Lucia(new HashedSessions(em, now), {
    sessionExpiresIn: new TimeSpan((2 * (SESSION_IDLE - RENEW_AFTER)) / MINUTE, 'm'),
  });
}

/**
 * Lucia's storage over our table, which holds only the hash of a token. Lucia must get back the
 * token it asked with as the session's id, or its renewal would look for another row. It knows
 * neither our clock nor an absolute lifetime: when a session ends is the adapter's to say.
 */
class HashedSessions implements Adapter {
  readonly #em: EntityManager;
  readonly #now: Date;

  constructor(em: EntityManager, now: Date) {
    this.#em = em;
    this.#now = now;
  }

  async getSessionAndUser(token: string): ReturnType<Adapter['getSessionAndUser']> {
    const row = await this.#em.findOne(Session, { tokenHash: hashToken(token) });
    if (!row) return [null, null];
    return [this.#toDatabaseSession(row, token), { id: row.accountId, attributes: {} }];
  }

  async getUserSessions(accountId: string): Promise<DatabaseSession[]> {
    const rows = await this.#em.find(Session, { accountId });
    return rows.map((row) => this.#toDatabaseSession(row, row.tokenHash));
  }

  setSession(session: DatabaseSession): Promise<void> {
    const { address, userAgent, secondFactorAt, signInPath, renews } =
      session.attributes as Beginning;
    const createdAt = renews?.createdAt ?? this.#now;
    this.#em.create(Session, {
      tokenHash: hashToken(session.id),
      id: newId(),
      accountId: session.userId,
      createdAt,
      lastUsedAt: this.#now,
      expiresAt: this.#endFor(createdAt),
      provedAt: this.#now,
      secondFactorAt: secondFactorAt ?? null,
      ruledAt: null,
      renewsId: renews?.id ?? null,
      signInPath: signInPath ?? renews?.signInPath ?? PASSWORD_PATH,
      address,
      userAgent: userAgent.slice(0, 255),
    });
    return Promise.resolve();
  }

  async updateSessionExpiration(token: string): Promise<void> {
    const row = await this.#em.findOne(Session, { tokenHash: hashToken(token) });
    if (!row || this.#now.getTime() - row.lastUsedAt.getTime() < RENEW_AFTER) return;
    const used = { expiresAt: this.#endFor(row.createdAt), lastUsedAt: this.#now };
    await ifWritable(() => this.#em.nativeUpdate(Session, { tokenHash: row.tokenHash }, used));
  }

  async deleteSession(token: string): Promise<void> {
    const tokenHash = hashToken(token);
    await ifWritable(() => this.#em.nativeDelete(Session, { tokenHash }));
  }

  async deleteUserSessions(accountId: string): Promise<void> {
    await this.#em.nativeDelete(Session, { accountId });
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.#em.nativeDelete(Session, { expiresAt: { $lte: this.#now } });
  }

  /** When a session that is used now ends, if it is not used again. */
  #endFor(createdAt: Date): Date {
    const idle = this.#now.getTime() + SESSION_IDLE;
    return new Date(Math.min(idle, createdAt.getTime() + SESSION_LIFETIME));
  }

  #toDatabaseSession(row: Session, id: string): DatabaseSession {
    const ahead = this.#now.getTime() - Date.now();
    const expiresAt = new Date(row.expiresAt.getTime() - ahead);
    return { id, userId: row.accountId, expiresAt, attributes: {} };
  }
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia;
    DatabaseSessionAttributes: Beginning | Record<string, never>;
  }
}
