import type { Server } from 'socket.io';
import type { Topic } from '../../shared/access/actions.ts';
import type { Change } from '../../shared/live/contract.ts';
import { idsOf } from '../../shared/organisations/path.ts';
import type { ChangeRow } from '../core/changes/change.entity.ts';
import { type IsClosed, roomsOf } from './sockets/rooms.ts';
import { isMove, type Sight, toChange } from './to-change.ts';

type PublicRow = ChangeRow & { topic: Topic };

/** The sockets that each row's rooms held before the access of its commit was recomputed. */
export type SeenBefore = Map<ChangeRow, Set<string>>;

/** The sockets that see each moved record, before the commit changes anybody's rooms. */
export function seenBefore(io: Server, rows: readonly ChangeRow[], isClosed: IsClosed): SeenBefore {
  const moves = rows.filter(isPublic).filter(isMove);
  return new Map(
    moves.map((row) => [row, socketsIn(io, row.pathBefore ?? '', row.topic, isClosed)]),
  );
}

/**
 * Rows of one or several commits are emitted to this node's sockets: to each, in one packet, the
 * changes that it may see. A single record goes straight to its rooms, encoded once.
 */
export function emitRows(
  io: Server,
  rows: readonly ChangeRow[],
  before: SeenBefore,
  isClosed: IsClosed,
): void {
  const visible = rows.filter(isPublic);
  const [only] = visible;
  if (!only) return;
  if (visible.length === 1 && !isMove(only)) {
    const change = toChange(only, { before: true, now: true });
    io.local.to(roomsOf(idsOf(only.path), only.topic, isClosed)).emit('changes', [change]);
    return;
  }
  for (const { sockets, changes } of packets(io, visible, before, isClosed)) {
    io.local.to(sockets).emit('changes', changes);
  }
}

/** The sockets are grouped by the changes they get, so that each packet is encoded once. */
function packets(
  io: Server,
  rows: readonly PublicRow[],
  before: SeenBefore,
  isClosed: IsClosed,
): { sockets: string[]; changes: Change[] }[] {
  const perSocket = new Map<string, { key: string; changes: Change[] }>();
  rows.forEach((row, index) => {
    const earlier = before.get(row);
    const now = socketsIn(io, row.path, row.topic, isClosed);
    for (const id of new Set([...(earlier ?? []), ...now])) {
      const sight: Sight = { before: earlier?.has(id) ?? true, now: now.has(id) };
      const change = toChange(row, sight);
      if (!change) continue;
      const packet = perSocket.get(id) ?? { key: '', changes: [] };
      packet.key += `${index}${change.op} `;
      packet.changes.push(change);
      perSocket.set(id, packet);
    }
  });
  const byKey = new Map<string, { sockets: string[]; changes: Change[] }>();
  for (const [id, { key, changes }] of perSocket) {
    const group = byKey.get(key) ?? { sockets: [], changes };
    group.sockets.push(id);
    byKey.set(key, group);
  }
  return [...byKey.values()];
}

function socketsIn(io: Server, path: string, topic: Topic, isClosed: IsClosed): Set<string> {
  const { rooms } = io.of('/').adapter;
  const found = new Set<string>();
  for (const room of roomsOf(idsOf(path), topic, isClosed)) {
    for (const id of rooms.get(room) ?? []) found.add(id);
  }
  return found;
}

function isPublic(row: ChangeRow): row is PublicRow {
  return row.topic !== null;
}
