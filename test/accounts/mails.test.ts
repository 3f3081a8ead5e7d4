import { describe, expect, test } from 'vitest';
import { budgets } from '../../server/core/bounds/bounds.ts';
import { newId } from '../../server/core/new-id.ts';
import { newOrganisation } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld } from '../support/world.ts';

describe('[S26] mails that somebody has sent', () => {
  test('are so many in a short time, and then refused with words', async () => {
    await using world = await createWorld();
    world.clock.stop();
    const admin = await world.signIn('tenant-admin@acme');
    const { account } = await admin.who();
    const { bounds } = world.server.running.context;
    const invite = () =>
      admin.post(world.at('acme', '/accounts'), {
        email: `${newId()}@acme.example`,
        displayName: 'Eve',
        type: 'user',
      });

    const first = await invite();
    for (let at = 2; at < budgets.mails.each.burst; at += 1) bounds.take('mails', account.id);
    const answers = [await invite(), await invite()];

    expect([first.status, ...answers.map(({ status }) => status)]).toEqual([201, 201, 429]);
    expect(answers[1]).toMatchObject({
      body: { detail: 'You had many mails sent in a short time. Try again later.' },
    });
  });

  test('to one person are a few', async () => {
    await using world = await createWorld();
    world.clock.stop();
    const { id, email } = await world.invite('tenant-reader@acme');

    const statuses: number[] = [];
    for (let at = 0; at < 6; at += 1) {
      statuses.push((await world.founder.post(`/accounts/${id}/invitation`)).status);
    }

    expect(statuses).toEqual([204, 204, 204, 204, 429, 429]);
    expect(await world.mailsTo(email ?? '')).toHaveLength(5);
  });

  test('begin with the product’s name, and hold no link but ours', async () => {
    await using world = await createWorld();
    const displayName = 'https://evil.example';
    const input = { ...newOrganisation('tenant', displayName), parentId: world.ids.alder };
    const made = bodyOf(await world.founder.post<{ id: string }>('/organisations', input));
    const email = 'eve@acme.example';
    const invitee = { email, displayName: 'Eve, verify at evil.example', type: 'user' };

    bodyOf(await world.founder.post(`/organisations/${made.id}/accounts`, invitee));

    const [mail] = await world.mailsTo(email);
    const all = `${mail?.headers}\n${mail?.text}`;
    expect(mail?.headers).toMatch(/^Subject: Canopy: /m);
    expect(all).not.toContain('evil.example');
    expect(all.match(/https?:\/\/\S+/g)).toEqual([expect.stringContaining(`${world.url}/`)]);
  });
});
