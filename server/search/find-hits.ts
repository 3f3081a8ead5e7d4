import { z } from 'zod';
import type { SearchHit, SearchHits, SearchQuery } from '../../shared/search/contract.ts';
import { type Match, ranked, readSought, type Sought } from '../../shared/search/rank.ts';
import { isInScope } from '../../shared/access/decide.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Person } from '../core/db/person.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { parsed } from '../core/http/accept.ts';
import type { Found, SearchSource } from '../core/search.ts';
import { namesOf } from '../organisations/names-of.ts';
import { locate } from '../organisations/require-organisation.ts';

/** How many of each kind are looked at, and how many are shown. */
const MOST_FOUND = 300;
const MOST_SHOWN = 50;
/** Where so few were found, what was typed may be mistyped. */
const FEW = 3;

/**
 * What the caller looks for, of what they may see: each feature finds, with the rights of its own
 * lists, and one ranking orders it alike on both databases [Q1] [Q2].
 */
export function findHits(
  work: Work,
  sources: readonly SearchSource[],
  { q, kind, at }: SearchQuery,
): Promise<SearchHits> {
  return work.read(async (reading) => {
    const sought = readSought(q);
    const { person } = reading; // also of what finds nothing there is a reader
    const from = at === undefined ? undefined : await pathOf(reading.em, person, at);
    const kinds = sources.map((source) => source.kind);
    if (kind !== undefined) parsed(z.enum(kinds), kind, 'kind');
    const asked = sources.filter((source) => kind === undefined || source.kind === kind);
    if (sought.words.length === 0) return { items: [] };
    const ranking = { kinds, at: from };
    const found = ranked(sought, await findAll(reading, asked, sought, 'find'), ranking);
    if (found.length < FEW) {
      const known = new Set(found.map(({ candidate }) => candidate.id));
      const nearly = await findAll(reading, asked, sought, 'findNearly');
      const others = nearly.filter(({ id }) => !known.has(id));
      found.push(...ranked(sought, others, ranking));
    }
    return { items: await view(reading, found.slice(0, MOST_SHOWN)) };
  });
}

/** Where the caller says they are; a place that is not theirs, or is gone, is none. */
async function pathOf(em: EntityManager, person: Person, id: string): Promise<string | undefined> {
  const located = await locate(em, id);
  return located && isInScope(person, located.place) ? located.path : undefined;
}

async function findAll(
  reading: Reading,
  sources: readonly SearchSource[],
  sought: Sought,
  how: 'find' | 'findNearly',
): Promise<Found[]> {
  const found: Found[] = [];
  for (const source of sources) found.push(...(await source[how](reading, sought, MOST_FOUND)));
  return found;
}

async function view(
  { em, person }: Reading,
  found: readonly { candidate: Found; matched: Match }[],
): Promise<SearchHit[]> {
  const names = await namesOf(
    em,
    found.map(({ candidate }) => candidate.organisationId),
    { reachedBy: person },
  );
  return found.flatMap(({ candidate, matched }) => {
    const { kind, id, title, subtitle, href, organisationId } = candidate;
    const organisation = names.get(organisationId);
    return organisation ? [{ kind, id, title, subtitle, organisation, href, matched }] : [];
  });
}
