import type { MeantList } from '../../shared/bulk/contract.ts';
import type { StartBulk } from '../../shared/bulk/contract.ts';
import { MOST_ROWS } from '../../shared/bulk/most-rows.ts';
import { says } from '../../shared/bulk/words.ts';
import { isId } from '../../shared/core/ids.ts';
import { Refusal, refuseField } from '../../shared/core/refusals.ts';
import type { BulkAction, BulkList } from '../core/bulk.ts';
import type { Work } from '../core/db/work.ts';
import { parsed } from '../core/http/accept.ts';
import type { Node } from '../core/node.ts';

/** What is asked for: the action, its own fields, and each row that is meant, once. */
export interface BulkRequest {
  action: BulkAction;
  fields: unknown;
  ids: readonly string[];
  /** The organisation whose list is meant, if one is. */
  organisationId: string | null;
}

/**
 * A request is read by the schemas of the action, and a list that it means as its caller sees it.
 */
export async function readRequest(
  work: Work,
  { bulkActions, bulkLists }: Pick<Node, 'bulkActions' | 'bulkLists'>,
  { action: name, ids, list, ...rest }: StartBulk,
): Promise<BulkRequest> {
  const action = bulkActions.find((each) => each.name === name);
  if (!action) throw refuseField('action', says.noSuchAction);
  const fields = parsed(action.fields, rest);
  if ((ids === undefined) === (list === undefined)) {
    throw refuseField('ids', says.eitherIdsOrList);
  }
  if (!list) return { action, fields, ids: [...new Set(ids)], organisationId: null };
  const { found, organisationId } = await readList(work, bulkLists, list);
  return { action, fields, ids: found, organisationId };
}

/** A list of an organisation: before, at and after its id. */
const ADDRESS = /^(?:\/api)?(\/.*\/)([0-9a-f-]{36})(\/.*)$/;

/** Every row of a list, page after page, with the rights that the caller has. */
async function readList(work: Work, lists: readonly BulkList[], { path, query }: MeantList) {
  const [, before, organisationId = '', after] = ADDRESS.exec(path) ?? [];
  const list = lists.find((each) => each.path === `${before}:id${after}`);
  if (!list || !isId(organisationId)) throw refuseField('list.path', says.noSuchList);
  const chosen = parsed(list.query, query, 'list.query');
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list.read(work, organisationId, chosen, cursor);
    found.push(...page.items.map(({ id }) => id));
    if (found.length > MOST_ROWS) throw refuseField('list', says.tooManyRows({ most: MOST_ROWS }));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  if (found.length === 0) throw new Refusal('request.invalid', says.nothingMeant);
  return { found: [...new Set(found)], organisationId };
}
