import type { Scope } from '../../../shared/live/contract.ts';
import type { Schedule } from './schedule.ts';
import type { Latencies } from './statistics.ts';

/** One socket to be opened: as whom, and what it follows. */
export interface Watcher {
  /** The cookie header; empty where the server asks for none. */
  cookie: string;
  follows: { scope: Scope; organisationId: string }[];
}

/** What the load client is told; each is answered by one `LoadAnswer`. */
export type LoadOrder =
  | { type: 'connect'; url: string; watchers: Watcher[] }
  | { type: 'expect'; schedule: Schedule }
  | { type: 'report'; due: number }
  /** Stops reading on all sockets, as a browser does whose machine sleeps; and reads on. */
  | { type: 'freeze' }
  | { type: 'thaw' }
  | { type: 'close' };

/** What the load client answers. */
export interface LoadAnswer {
  sockets: number;
  /** How many came of the schedule that was expected last. */
  deliveries: number;
  /** Over all those deliveries, once as many came as were due. */
  latencies: Latencies | null;
  /** One frame with a single change, as it came, to make others like it. */
  sample: string;
  error: string | null;
}

const MARK = 'bench edit ';
const DIGITS = 6;

/** A text that tells which send of the schedule it is; found without parsing the frame. */
export function markOf(index: number): string {
  return MARK + String(index).padStart(DIGITS, '0');
}

/** The sends that a frame tells of; it may hold several changes, or none of them. */
export function indexesIn(frame: Buffer): number[] {
  const indexes: number[] = [];
  for (let at = frame.indexOf(MARK); at >= 0; at = frame.indexOf(MARK, at + 1)) {
    let index = 0;
    for (let place = at + MARK.length; place < at + MARK.length + DIGITS; place += 1) {
      index = index * 10 + (frame[place] ?? 48) - 48;
    }
    indexes.push(index);
  }
  return indexes;
}
