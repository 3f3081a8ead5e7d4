import { expect, test } from 'vitest';
import type { Grant } from '../../shared/access/contract.ts';
import type { Session } from '../../client/core/session.svelte.ts';
import { AccessFollower } from '../../client/live/access-follower.ts';
import type { AccessEvent } from '../../client/live/connection.svelte.ts';

const grant = (id: string, role = 'reader') =>
  ({ id, role, organisation: { displayName: 'Acme' } }) as unknown as Grant;

const news = (...grants: Grant[]) => ({ grants, ended: [] }) as unknown as AccessEvent;

/** A session that was read over HTTP, and knows of these roles. */
function sessionOf(...grants: Grant[]) {
  const session = { grants, take: (view: { grants: Grant[] }) => (session.grants = view.grants) };
  return session as unknown as Session;
}

test('a role that the session knew of before the stream did may open more', () => {
  const follower = new AccessFollower(sessionOf(grant('new')));

  expect(follower.take(news(grant('new'))).mayOpenMore).toBe(true);
  expect(follower.take(news(grant('new'))).mayOpenMore).toBe(false);
});

test('another line may lead to a node that knew of less', () => {
  const follower = new AccessFollower(sessionOf());
  follower.take(news(grant('kept')));

  follower.begin();

  expect(follower.take(news(grant('kept'))).mayOpenMore).toBe(true);
});

test('another role under the same id may open more, one that was taken does not', () => {
  const follower = new AccessFollower(sessionOf());
  follower.take(news(grant('a'), grant('b')));

  expect(follower.take(news(grant('a', 'administrator'), grant('b'))).mayOpenMore).toBe(true);
  const { before, mayOpenMore } = follower.take(news(grant('b')));

  expect(mayOpenMore).toBe(false);
  expect(before.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(follower.gone.lost).toMatchObject({ organisation: 'Acme' });
});
