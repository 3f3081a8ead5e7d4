import { Refusal } from '../../shared/core/refusals.ts';
import { TOKEN_PREFIX } from '../../shared/tokens/contract.ts';
import { hashToken } from '../sign-in/sessions.ts';
import type { Bounds } from '../core/bounds/bounds.ts';
import { networkOf } from '../core/bounds/network.ts';
import { tooMany } from '../core/bounds/too-many.ts';
import { MINUTE } from '../core/clock.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import { ifWritable } from '../core/db/outage.ts';
import { loadBearers } from './load-bearers.ts';

/** How often at most the use of a token is written down. */
const NOTE_AFTER = MINUTE;

/** Who shows a token, and from where. */
export interface Showing {
  text: string;
  address: string;
  now: Date;
}

/**
 * Where API tokens are shown, over HTTP and at the handshake of sockets. Whatever is wrong with
 * one is answered alike. Wrong ones are slowed down by network as sign-ins are, but never stand in
 * the way of a right one: nobody guesses 256 bits, and programs that share an address must not
 * shut each other out.
 */
export class TokenDoor {
  readonly #bounds: Bounds;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** The hash by which the token's bearer is loaded from now on; refuses what opens nothing. */
  async open(em: EntityManager, { text, address, now }: Showing): Promise<string> {
    const tokenHash = hashToken(text);
    const bearers = text.startsWith(TOKEN_PREFIX) && (await loadBearers(em, [tokenHash], now));
    if (!bearers || bearers.length === 0) this.#refuse(networkOf(address));
    await noteUse(em, tokenHash, now);
    return tokenHash;
  }

  #refuse(network: string): never {
    const guesses = this.#bounds.guesses['api-tokens'];
    const wait = guesses.waitSeconds(network);
    if (wait > 0) throw tooMany(wait);
    guesses.failed(network);
    throw new Refusal('auth.required');
  }
}

/** By hand: the ORM would count the version up, and it is nobody's change. */
async function noteUse(em: EntityManager, tokenHash: string, now: Date): Promise<void> {
  const [row] = await em.execute<{ last_used_at: Date | string | number | null }[]>(
    'select last_used_at from api_tokens where token_hash = ?',
    [tokenHash],
  );
  const last = row?.last_used_at ?? null;
  if (last !== null && now.getTime() - new Date(last).getTime() < NOTE_AFTER) return;
  const values = [timeParameter(em, now), tokenHash];
  const note = 'update api_tokens set last_used_at = ? where token_hash = ?';
  await ifWritable(() => em.execute(note, values));
}
