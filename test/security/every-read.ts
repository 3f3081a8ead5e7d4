import type { Page } from '../../shared/core/paging.ts';
import { PAGE_PURPOSE, PURPOSE_HEADER } from '../../shared/core/purpose.ts';
import type { Operation } from '../support/hostile-requests.ts';
import type { Session } from '../support/session.ts';

/** Made by the page itself, a read that is refused leaves no record that later reads would show. */
const headers = { [PURPOSE_HEADER]: PAGE_PURPOSE };

/** So many pages are turned where the smallest are asked for; the largest ones show the end. */
const MOST_PAGES = 3;

/** What to ask for: of each parameter of a query, and of each collection whose records have ids. */
export interface Choices {
  values: Record<string, readonly string[]>;
  ids: Record<string, readonly string[]>;
}

/** Whether it answers a page of a list. */
export function isList({ answer }: Operation): boolean {
  return 'nextCursor' in ((answer?.['properties'] as object | undefined) ?? {});
}

/**
 * Every address under which a read is tried: each record, whole and by the smallest pages, and by each
 * filter. A parameter that nobody has chosen values for fails.
 */
export function addressesOf({ path, query }: Operation, { values, ids }: Choices): string[] {
  const [, collection = ''] = /^\/([\w-]+)\/\{id\}/.exec(path) ?? [''];
  const paths = path.includes('{id}')
    ? chosen(ids, collection).map((id) => path.replace('{id}', id))
    : [path];
  const hasPages = query.some(({ name }) => name === 'limit');
  const filters = query.filter(({ name }) => name !== 'limit' && name !== 'cursor');
  const termsOf = ({ name, schema }: Operation['query'][number]) =>
    chosen(values, name)
      .filter((value) => (schema['enum'] as string[] | undefined)?.includes(value) ?? true)
      .map((value) => `${name}=${encodeURIComponent(value)}`);
  const required = filters
    .filter((filter) => filter.required)
    .map(termsOf)
    .reduce((all, terms) => all.flatMap((one) => terms.map((term) => joined(one, term))), ['']);
  const optional = filters.filter((filter) => !filter.required).flatMap(termsOf);
  const queries = hasPages
    ? ['', 'limit=1', 'limit=2', ...optional.map((term) => joined(term, 'limit=1'))]
    : ['', ...optional];
  return paths.flatMap((each) =>
    required.flatMap((one) => queries.map((rest) => `${each}?${joined(one, rest)}`)),
  );
}

function chosen(choices: Record<string, readonly string[]>, name: string): readonly string[] {
  const found = choices[name];
  if (!found) throw new Error(`Choose what is to be asked for as ${name}.`);
  return found;
}

/** All pages at an address, each with its status, as it was written. */
export async function pagesOf(session: Session, address: string): Promise<string[]> {
  const pages: string[] = [];
  let cursor: string | null | undefined;
  do {
    const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { status, text, body } = await session.get<Partial<Page<object>>>(`${address}${next}`, {
      headers,
    });
    pages.push(`${status} ${asSeenAnyTime(text)}`);
    cursor = status === 200 ? body.nextCursor : null;
  } while (cursor && (!address.includes('limit=') || pages.length < MOST_PAGES));
  return pages;
}

/** How many items each page holds; an answer of any other kind holds none. */
export function sizesOf(pages: readonly string[]): number[] {
  return pages.map(
    (page) => (JSON.parse(page.slice(4)) as Partial<Page<object>>).items?.length ?? 0,
  );
}

/** Without what reading itself moves on, and of when it is. */
function asSeenAnyTime(text: string): string {
  const ofAnyTime = text.replace(/"asOf":\{"seq":\d+,"at":"[^"]*"\}/, '"asOf":{}');
  return ofAnyTime.replace(/"(lastUsedAt|expiresAt)":"[^"]*"/g, '"$1":""');
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('&');
}
