import { describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import { MOST_VIEWS, type SavedView } from '../../shared/views/contract.ts';
import { SavedView as SavedViews } from '../../server/views/saved-view.entity.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const folder = await world.create('folder', 'birch', { displayName: 'Viewed' });
const views = `/organisations/${folder.id}/views`;
const admin = await world.signIn('partner-admin@birch');
const reader = await world.signIn('partner-reader@birch');
const stranger = await world.signIn('partner-admin@alder');

const save = (session: Session, wish: object) =>
  session.post<SavedView>(views, { list: 'children', name: 'German', query: {}, ...wish });

const any = { ifMatch: '*' };
const edit = (session: Session, { id }: SavedView, patch: object) =>
  session.patch<SavedView>(`/views/${id}`, patch, any);

async function names(session: Session, list = 'children'): Promise<string[]> {
  const { items } = bodyOf(await session.get<Page<SavedView>>(`${views}?list=${list}`));
  return items.map(({ name }) => name);
}

describe('a saved view', () => {
  test('holds what its list is asked for, for its owner alone', async () => {
    const query = { country: 'DE', sort: '-createdAt', within: 'branch' };

    const saved = bodyOf(await save(reader, { query }));

    expect(saved).toMatchObject({ name: 'German', query, isShared: false, isDefault: false });
    expect(await names(reader)).toEqual(['German']);
    expect(await names(reader, 'accounts')).toEqual([]);
    expect(await names(admin)).toEqual([]);
    for (const session of [admin, stranger]) {
      expect((await session.get(`/views/${saved.id}`)).status).toBe(404);
      expect((await edit(session, saved, { name: 'Theirs' })).status).toBe(404);
      expect((await session.delete(`/views/${saved.id}`)).status).toBe(404);
    }
    bodyOf(await reader.delete(`/views/${saved.id}`));
    expect(await names(reader)).toEqual([]);
  });

  test('is shared, changed and taken away by those who may change things there', async () => {
    const wish = { name: 'Partners', query: { kind: 'partner' }, isShared: true };

    expect((await save(reader, wish)).status).toBe(403);
    const shared = bodyOf(await save(admin, wish));

    expect(await names(reader)).toEqual(['Partners']);
    expect((await stranger.get(`/views/${shared.id}`)).status).toBe(404);
    expect((await edit(reader, shared, { name: 'Mine' })).status).toBe(403);
    expect((await reader.delete(`/views/${shared.id}`)).status).toBe(403);
    const folders = { name: 'Folders', query: { kind: 'folder' } };
    expect(bodyOf(await edit(admin, shared, folders))).toMatchObject(folders);
    bodyOf(await admin.delete(`/views/${shared.id}`));
    expect(await names(reader)).toEqual([]);
  });

  test('is what its owner begins with, and no other one then', async () => {
    const one = bodyOf(await save(admin, { name: 'One' }));
    const two = bodyOf(await save(admin, { name: 'Two' }));

    bodyOf(await edit(admin, one, { isDefault: true }));
    bodyOf(await edit(admin, two, { isDefault: true }));

    const { items } = bodyOf(await admin.get<Page<SavedView>>(`${views}?list=children`));
    expect(items.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['One', false],
      ['Two', true],
    ]);
    const shared = bodyOf(await save(admin, { name: 'Shared', isShared: true }));
    expect((await edit(admin, shared, { isDefault: true })).status).toBe(422);
    for (const { id } of [one, two, shared]) bodyOf(await admin.delete(`/views/${id}`));
  });

  test.each([
    ['a list that is none', { list: 'invoices' }, 'list'],
    ['a filter that is none', { query: { colour: 'red' } }, 'query.colour'],
    ['a value that is none', { query: { kind: 'castle' } }, 'query.kind'],
    ['no name', { name: ' ' }, 'name'],
  ])('is refused of %s', async (_, wish, path) => {
    const { status, body } = await admin.post<{ errors: { path: string }[] }>(views, {
      ...{ list: 'children', name: 'German', query: {} },
      ...wish,
    });

    expect(status).toBe(422);
    expect(body.errors.map((error) => error.path)).toContain(path);
  });

  test(`is one of at most ${String(MOST_VIEWS)}`, async () => {
    for (let left = MOST_VIEWS; left > 0; left -= 1) bodyOf(await save(reader, {}));

    expect((await save(reader, {})).status).toBe(403);
  });

  test('goes with its organisation', async () => {
    bodyOf(await save(admin, { isShared: true }));
    bodyOf(await world.founder.post(`/organisations/${folder.id}/suspend`));
    bodyOf(await world.founder.delete(`/organisations/${folder.id}`));

    expect(await world.em.count(SavedViews, { organisationId: folder.id })).toBe(0);
  });
});
