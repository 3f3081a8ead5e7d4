import { describe, expect, test } from 'vitest';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { ChildServer } from '../support/child-server.ts';
import { createTestDatabase } from '../support/database.ts';
import { PASSWORD } from '../support/people.ts';
import { newOrganisation } from '../support/places.ts';
import { RoundRobin } from '../support/round-robin.ts';
import { SETUP_TOKEN } from '../support/server.ts';
import { bodyOf, Session } from '../support/session.ts';

const SOCKETS = 6;
const FOUNDER = { email: 'fay@canopy.example', password: PASSWORD };

describe('two nodes behind a proxy to which nothing sticks', () => {
  test(
    '[L1] [L6] share sessions and changes, and stand in for each other',
    { timeout: 60_000 },
    async () => {
      const databaseUrl = await createTestDatabase();
      await using proxy = new RoundRobin();
      const publicUrl = await proxy.listen();
      await using one = await ChildServer.start(databaseUrl, publicUrl);
      await using other = await ChildServer.start(databaseUrl, publicUrl);
      proxy.add(one.port);
      proxy.add(other.port);
      const setUp = { token: SETUP_TOKEN, displayName: 'Fay Founder', ...FOUNDER };
      bodyOf(await new Session(publicUrl).post('/setup', setUp));
      const fay = new Session(publicUrl);
      bodyOf(await fay.post('/auth/sign-in', FOUNDER));
      const { account } = await fay.who();
      const input = {
        ...newOrganisation('distributor', 'North'),
        parentId: account.organisationId,
      };
      const north = bodyOf(await fay.post<Organisation>('/organisations', input));
      const at = `/organisations/${north.id}`;
      const followed = { scope: 'record', organisationId: north.id } as const;
      const taken = new Map(proxy.given);
      const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => fay.socket()));
      const [first] = await Promise.all(sockets.map((socket) => socket.subscribe(followed)));

      const beforeTheEnd = new Session(one.url, fay.cookie, publicUrl);
      bodyOf(await beforeTheEnd.patch(at, { description: 'on one node' }, { ifMatch: '*' }));
      await Promise.all(
        sockets.map((socket) => socket.until(({ changes }) => changes.length === 1)),
      );
      await one.kill();
      bodyOf(await fay.patch(at, { description: 'on the other' }, { ifMatch: '*' }));

      const shares = [one, other].map(
        ({ port }) => (proxy.given.get(port) ?? 0) - (taken.get(port) ?? 0),
      );
      expect(Math.min(...shares)).toBeGreaterThan(0);
      for (const socket of sockets) {
        await socket.until(({ changes, isConnected }) => changes.length === 2 || !isConnected);
        if (socket.isConnected) continue;
        await using again = await fay.socket();
        const since = { since: socket.changes[0]?.seq ?? 0, epoch: first?.epoch ?? '' };
        const { changes = [], reset } = await again.subscribe({ ...followed, ...since });
        expect(reset).toBeUndefined();
        socket.changes.push(...changes);
      }
      const said = sockets.map(({ changes }) => changes.map(({ fields }) => fields['description']));
      expect(said).toEqual(Array(SOCKETS).fill(['on one node', 'on the other']));
    },
  );
});
