import { decide } from '../../shared/access/decide.ts';
import type { Place } from '../../shared/access/place.ts';
import { isId } from '../../shared/core/ids.ts';
import type { Page } from '../../shared/core/paging.ts';
import { Refusal, refuseField, refuseFor } from '../../shared/core/refusals.ts';
import {
  type EditView,
  MOST_VIEWS,
  type SavedView as View,
  type SaveView,
} from '../../shared/views/contract.ts';
import { says } from '../../shared/views/words.ts';
import type { BulkList } from '../core/bulk.ts';
import type { ExpectedVersion } from '../core/changes/merge-edit.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { parsed } from '../core/http/accept.ts';
import { newId } from '../core/new-id.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { SavedView } from './saved-view.entity.ts';

type Lists = readonly BulkList[];

/** One's own views of a list, and those that are shared there, with whoever may read the list. */
export function listViews(work: Work, lists: Lists, id: string, name: string): Promise<Page<View>> {
  return work.read(async (reading) => {
    const { person } = reading; // before anything is said of the list
    const list = listOf(lists, name);
    const { place } = await requirePlace(reading, id, list.action);
    const found = await reading.em.find(
      SavedView,
      { organisationId: id, list: name, ...shownTo({ person }, place) },
      { orderBy: { name: 'asc', id: 'asc' } },
    );
    return { items: found.map(view), nextCursor: null };
  });
}

export function findView(work: Work, lists: Lists, id: string): Promise<View> {
  return work.read(async (reading) => view(await requireView(reading, lists, id)));
}

/** The caller names what a list is asked for; for everybody there, as one who may change things. */
export function saveView(work: Work, lists: Lists, id: string, input: SaveView): Promise<View> {
  return work.transaction('view.save', async (tx) => {
    const { isShared, list: name, ...rest } = input;
    const { person } = tx;
    const list = listOf(lists, name);
    const place = await requirePlace(tx, id, list.action);
    if (isShared) await requirePlace(tx, id, 'organisation.edit');
    parsed(list.query, rest.query, 'query');
    const accountId = isShared ? null : person.accountId;
    const alike = isShared ? { organisationId: id, accountId } : { accountId };
    if ((await tx.em.count(SavedView, alike)) >= MOST_VIEWS) {
      throw refuseFor('state', says.tooMany({ most: MOST_VIEWS }));
    }
    tx.at(place);
    const made = { id: newId(), organisationId: id, list: name, isDefault: false, accountId };
    const saved = tx.em.create(SavedView, { ...made, ...rest });
    await tx.em.flush();
    return view(saved);
  });
}

interface Edit {
  patch: EditView;
  expected: ExpectedVersion;
}

/** Another name or other things asked for; or the view that its owner begins with. */
export function editView(
  work: Work,
  lists: Lists,
  id: string,
  { patch, expected }: Edit,
): Promise<View> {
  return work.transaction('view.edit', async (tx) => {
    const saved = await requireOwn(tx, lists, id);
    if (expected !== '*' && expected !== saved.version) throw new Refusal('version.conflict');
    if (patch.query) parsed(listOf(lists, saved.list).query, patch.query, 'query');
    if (patch.isDefault) await takeDefault(tx, saved);
    Object.assign(saved, patch);
    await tx.em.flush();
    return view(saved);
  });
}

export function deleteView(work: Work, lists: Lists, id: string): Promise<void> {
  return work.transaction('view.delete', async (tx) => {
    tx.em.remove(await requireOwn(tx, lists, id));
  });
}

/** The views of accounts that go are forgotten. */
export async function clearViews(tx: Transaction, accountIds: readonly string[]): Promise<void> {
  tx.em.remove(await tx.em.find(SavedView, { accountId: { $in: [...accountIds] } }));
}

/** The same of an organisation, whosever they are. */
export async function clearViewsAt(tx: Transaction, organisationId: string): Promise<void> {
  tx.em.remove(await tx.em.find(SavedView, { organisationId }));
}

function listOf(lists: Lists, name: string): BulkList {
  const list = lists.find(({ path }) => path === `/organisations/:id/${name}`);
  if (!list) throw refuseField('list', says.noSuchList);
  return list;
}

/**
 * One's own, and those that an organisation shares with whoever stands inside: what they are called
 * and look for was written there.
 */
function shownTo({ person }: Pick<Reading, 'person'>, place: Place) {
  const { accountId } = person;
  const isInside = decide(person, 'settings.view', place).allowed;
  return isInside ? { $or: [{ accountId }, { accountId: null }] } : { accountId };
}

/** One that is in sight: one's own or a shared one, of a list that one may read. */
async function requireView(reading: Reading, lists: Lists, id: string): Promise<SavedView> {
  const { accountId } = reading.person;
  const saved = isId(id) ? await reading.em.findOne(SavedView, { id }) : null;
  const isTheirs = saved && (saved.accountId ?? accountId) !== accountId;
  if (!saved || isTheirs) throw new Refusal('not-found');
  const { organisationId, list } = saved;
  const { place } = await requirePlace(reading, organisationId, listOf(lists, list).action);
  const shown = await reading.em.count(SavedView, { id, ...shownTo(reading, place) });
  if (shown === 0) throw new Refusal('not-found');
  return saved;
}

async function requireOwn(tx: Transaction, lists: Lists, id: string): Promise<SavedView> {
  const saved = await requireView(tx, lists, id);
  const { accountId, organisationId } = saved;
  tx.at(
    await requirePlace(
      tx,
      organisationId,
      accountId === null ? 'organisation.edit' : 'directory.view',
    ),
  );
  return saved;
}

/** At most one of an owner's views of a list is what they begin with. */
async function takeDefault(tx: Transaction, { accountId, organisationId, list }: SavedView) {
  if (accountId === null) throw refuseField('isDefault', says.onlyOwnDefault);
  const where = { accountId, organisationId, list, isDefault: true };
  for (const other of await tx.em.find(SavedView, where)) other.isDefault = false;
}

function view(saved: SavedView): View {
  const { id, organisationId, list, name, query, accountId, isDefault, version } = saved;
  return {
    id,
    organisationId,
    list,
    name,
    query,
    isShared: accountId === null,
    isDefault,
    version,
  };
}
