import type { EndReason } from '../../../shared/live/contract.ts';
import { outageOf } from '../../core/db/outage.ts';
import { after } from '../../core/timers.ts';
import type { Connection } from './connection.ts';
import type { SocketParts } from './sockets.ts';

const LONGEST_TIMER = 2_147_483_647;
const RETRY_MS = 5_000;

/**
 * A timer ends the connection when its session or token expires. Expiry is no commit and so in no
 * log, hence each socket checks for itself.
 */
export function endWhenExpired(connection: Connection, parts: SocketParts): void {
  const { token } = connection.person;
  const failure = 'whether a session is over could not be looked up';
  const lookIn = (milliseconds: number) => {
    const most = Math.min(milliseconds + 1_000, LONGEST_TIMER);
    after(most, { log: parts.log, failure, run: look });
  };
  const look = async () => {
    if (!connection.socket.connected) return;
    const ends = token ? token.expiresAt : await sessionEnd();
    if (ends === undefined) lookIn(RETRY_MS);
    else if (ends <= parts.clock.now()) connection.end('expired' satisfies EndReason);
    else lookIn(ends.getTime() - parts.clock.now().getTime());
  };
  const ends = token?.expiresAt.getTime() ?? Infinity;
  lookIn(Math.min(ends - parts.clock.now().getTime(), 60_000));

  /** The session's end; `undefined` while the database cannot be asked, which ends no session. */
  async function sessionEnd(): Promise<Date | undefined> {
    try {
      const facts = await parts.reads.session(connection.sessionHash);
      return facts?.expiresAt ?? new Date(0);
    } catch (error) {
      if (outageOf(error) === null) throw error;
      return undefined;
    }
  }
}
