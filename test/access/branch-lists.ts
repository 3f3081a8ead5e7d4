import { accountList } from '../../shared/accounts/list.ts';
import { filtersOf, type ListDeclaration, sortsOf } from '../../shared/core/list.ts';
import type { Page } from '../../shared/core/paging.ts';
import { organisationList } from '../../shared/organisations/list.ts';
import type { Look } from './look.ts';

const lists: Record<string, ListDeclaration> = {
  '/children': organisationList,
  '/accounts': accountList,
};

interface Named {
  id: string;
  displayName: string;
  /** Of accounts: the roles that the reader sees. */
  grants?: { role: string }[];
}

/** Every order, and every filter with each of its values; codes of which there are two in the world. */
function choicesOf(list: ListDeclaration): string[] {
  const filters = filtersOf(list).flatMap((name: string) => {
    const filter = list.columns[name]?.filter;
    const values = filter === 'code' ? ['DE', 'EUR'] : (filter ?? []);
    return values.map((value) => `${name}=${value}`);
  });
  return ['', ...sortsOf(list).map((sort: string) => `sort=${sort}`), ...filters];
}

/**
 * Where a list of what somebody reaches, its count and its file say different things, or a filter
 * or an order shows what the whole list does not.
 */
export async function mislisted(look: Look): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(lists).flatMap(([rest, list]) =>
      look.reader.tops.map((top) => wrongAt(look, look.world.at(top, rest), list)),
    ),
  );
  return found.flat();
}

async function wrongAt(look: Look, path: string, list: ListDeclaration): Promise<string[]> {
  const all = await read(look, path, '');
  const wrong: string[] = [];
  for (const choice of choicesOf(list)) {
    const { items, count } = await read(look, path, choice);
    const isSorted = choice.startsWith('sort=');
    const isWhole = choice === '' || isSorted;
    const isRight =
      count?.total === items.length &&
      (isSorted || (await fileOf(look, path, choice)) === linesOf(items)) &&
      items.every(({ id }) => all.items.some((item) => item.id === id)) &&
      (!isWhole || items.length === all.items.length) &&
      (!choice.startsWith('roles=') || items.length === holdersIn(all.items, choice.slice(6)));
    if (!isRight) wrong.push(`${path}?${choice}`);
  }
  return wrong;
}

/** A filter by a role finds whom the list shows with it, and nobody by a role that it hides. */
function holdersIn(items: readonly Named[], role: string): number {
  return items.filter(({ grants }) => grants?.some((grant) => grant.role === role)).length;
}

async function fileOf(look: Look, path: string, choice: string): Promise<string> {
  const { text } = await look.ask(`${path}.csv?within=branch&${choice}&columns=name`);
  return text.trim().split('\r\n').slice(1).join('\n');
}

function linesOf(items: readonly Named[]): string {
  return items.map(({ displayName }) => `"${displayName}"`).join('\n');
}

async function read(look: Look, path: string, choice: string): Promise<Page<Named>> {
  const { status, body } = await look.ask(`${path}?within=branch&limit=200&count=true&${choice}`);
  if (status !== 200) throw new Error(`${path} is not open: ${JSON.stringify(body)}`);
  return body as Page<Named>;
}
