import { expect, test } from 'vitest';
import { DAY } from '../../server/core/clock.ts';
import { noticeStalled } from '../../server/onboarding/notice-stalled.ts';
import type { Home } from '../../shared/home/contract.ts';
import type { Onboarding } from '../../shared/onboarding/contract.ts';
import type { NoteVisibility } from '../../shared/onboarding/notes-contract.ts';
import type { PersonName } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
for (const name of ['partner-admin@birch', 'tenant-admin@gamma'] as const) await world.signIn(name);
const pathOf = (rest = '') => world.at('gamma', `/onboarding${rest}`);

async function lookFor(session: Session) {
  await noticeStalled(world.server.running.context.openOwnWork());
  return bodyOf(await session.get<Onboarding>(pathOf()));
}

test('[O10] it stalls after the days of its template, until a step changes', async () => {
  world.clock.advance(9 * DAY);
  const moving = await lookFor(await world.signIn('partner-admin@birch'));
  world.clock.advance(2 * DAY);
  const birch = await world.signIn('partner-admin@birch');
  const { account } = await birch.who();
  const stalled = await lookFor(birch);
  const edit = { dueOn: '2026-03-02' };
  const step = pathOf('/steps/contract-signed');
  bodyOf(await birch.patch(step, edit, { ifMatch: '*' }));
  const looked = await lookFor(birch);
  bodyOf(await birch.patch(step, { ownerId: account.id }, { ifMatch: '*' }));

  expect(moving.stalledSince).toBeNull();
  expect(stalled.stalledSince).not.toBeNull();
  expect(looked.stalledSince).toBe(stalled.stalledSince);
  expect((await lookFor(birch)).stalledSince).toBeNull();
});

test('[D1] what one takes care of waits on oneself; what has stalled is one line', async () => {
  const birch = await world.signIn('partner-admin@birch');
  const { needsMe } = bodyOf(await birch.get<Home>('/home'));
  const lines = needsMe.map(({ kind, title, href }) => [kind, title, href]);

  expect(lines).toContainEqual([
    'onboarding',
    'A step of the onboarding of Gamma is yours.',
    pathOf(),
  ]);
  expect(lines).toContainEqual([
    'onboardings-stalled',
    '1 onboarding has stalled.',
    `/onboardings?at=${world.ids.birch}&stalled=true`,
  ]);
});

test('[O10] a note of those who are waited on is progress, where everybody sees it', async () => {
  const note = async (by: string, visibility: NoteVisibility) => {
    const session = await world.signIn(by as PersonName);
    bodyOf(await session.post(pathOf('/notes'), { text: 'On it', visibility }));
    return lookFor(session);
  };
  world.clock.advance(11 * DAY);

  const { waitsOn } = await lookFor(await world.signIn('tenant-admin@gamma'));
  const ofOthers = await note('partner-admin@birch', 'all');
  const unseen = await note('tenant-admin@gamma', 'ours');
  const seen = await note('tenant-admin@gamma', 'all');

  expect(waitsOn).toBe('own');
  expect(ofOthers.stalledSince).not.toBeNull();
  expect(unseen.stalledSince).not.toBeNull();
  expect(seen.stalledSince).toBeNull();
});
