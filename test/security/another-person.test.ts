import { describe, expect, test } from 'vitest';
import { headOf } from '../../server/core/changes/append-log.ts';
import { newId } from '../../server/core/new-id.ts';
import { Desk } from '../support/desk.svelte.ts';
import { LiveSocket } from '../support/socket.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';
import { plainRows, rows } from './matrix.data.ts';

const world = await shareWorld();
const ann = await world.signIn('partner-admin@alder');
const ben = await world.signIn('distributor-admin@north');
const { account } = await ann.who();

/** What a page of Ann sends after Ben has signed in in another tab. */
const headers = { 'canopy-account': account.id, 'content-type': 'application/json' };

describe('a request made for one person, with the session of another', () => {
  const routes = [...new Set([...rows, ...plainRows].map(({ route }) => route))];

  test.each(routes.filter((route) => !/^\w+ \/(docs|openapi)/.test(route)))(
    '%s is refused, and nothing changes',
    async (route) => {
      const [method = '', pattern = ''] = route.split(' ');
      const path = pattern.replaceAll(/:\w+/g, () => newId());
      const head = await headOf(world.em);

      const body = ['GET', 'DELETE'].includes(method) ? {} : { body: '{}' };
      const answer = await ben.raw(method, path, { headers, ...body });

      expect([answer.status, answer.body.code]).toEqual([409, 'auth.another']);
      expect(await headOf(world.em)).toBe(head);
    },
  );

  test('is carried out for who it is made for', async () => {
    const { status } = await ann.raw('GET', '/organisations', { headers });

    expect(status).toBe(200);
  });

  test('is not let in over the socket either', async () => {
    const dial = (cookie: string): Promise<LiveSocket> =>
      LiveSocket.open(ben.url, { cookie, origin: ben.origin }, { account: account.id });

    await expect(dial(ben.cookie)).rejects.toThrow('Somebody else is signed in now.');
    await using socket = await dial(ann.cookie);
    expect(socket.ended).toBeNull();
  });
});

describe('a tab whose browser has become somebody else’s', () => {
  test('keeps what waits for its own person, and says who is there', async () => {
    const tenant = await world.create('tenant', 'alder', { displayName: 'Acme' });
    const jar = Object.assign(await world.signIn('partner-admin@alder'), {});
    using desk = await Desk.open(jar);
    await desk.read('organisation', tenant.id);
    jar.cookie = ben.cookie;

    const field = desk.edit('organisation', tenant.id, 'description', { description: 'by Ann' });
    await desk.until(() => desk.session.state.is === 'another');

    expect(desk.session.account.id).toBe(account.id);
    expect(desk.live.edits.of(field)).toMatchObject({ state: 'waiting' });
    const stored = await ann.get<{ description: string }>(`/organisations/${tenant.id}`);
    expect(bodyOf(stored).description).toBe('');

    desk.session.acceptAnother();
    expect(desk.session.accountId).toBe((await ben.who()).account.id);
  });
});
