import type { SetPresence } from '../../../shared/live/contract.ts';
import { idsOf } from '../../../shared/organisations/path.ts';
import { requireInScope } from '../../organisations/require-organisation.ts';
import type { Connection } from './connection.ts';
import type { SocketParts } from './sockets.ts';

/** The person's presence is set where their page reports it, if their access reaches there. */
export function takeSeat(
  { dispatcher, reads }: SocketParts,
  connection: Connection,
  where: SetPresence,
): Promise<{ ok: true }> {
  return dispatcher.whileAccessHolds(async (requireHeld) => {
    const path = where && (await pathTo(where.organisationId));
    if (!connection.socket.connected) return { ok: true };
    requireHeld();
    dispatcher.presence.set(
      connection,
      where && path && { path, view: where.view ?? null, field: where.field ?? null },
    );
    return { ok: true };
  });

  async function pathTo(organisationId: string): Promise<string[]> {
    const located = await reads.place(organisationId);
    return idsOf(requireInScope(connection.person, located).path);
  }
}
