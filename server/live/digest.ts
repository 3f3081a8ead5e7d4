import type { Change, Digest, Digested } from '../../shared/live/contract.ts';
import { changeHash } from '../../shared/live/digest.ts';
import type { Connection } from './sockets/connection.ts';
import { decideSubscription } from './sockets/decide-subscription.ts';
import { replay, sourceOf } from './replay.ts';
import type { SocketParts } from './sockets/sockets.ts';

/** The digest of a stretch of the log, as the connection's person may see it now. */
export async function digest(
  parts: SocketParts,
  connection: Connection,
  { from, to, ...wanted }: Digest,
): Promise<Digested> {
  const subscription = await decideSubscription(parts, connection, wanted);
  const { person, socket } = connection;
  const stretch = { from, to: Math.min(to, parts.feed.head) };
  const sum = new RunningDigest();
  await replay(sourceOf(parts), { subscription, person }, stretch, ({ changes }) => {
    sum.add(changes);
    return socket.connected;
  });
  return { ok: true, ...sum.value };
}

/** The digest that client and server compare to know that nothing was missed; it holds no change. */
class RunningDigest {
  #count = 0;
  #xor = 0;

  add(changes: readonly Change[]): void {
    this.#count += changes.length;
    this.#xor = changes.reduce((sum, change) => (sum ^ changeHash(change)) >>> 0, this.#xor);
  }

  get value(): { count: number; xor: string } {
    return { count: this.#count, xor: this.#xor.toString(16).padStart(8, '0') };
  }
}
