import { z } from 'zod';
import { Id } from '../core/contract.ts';
import { LENGTHS } from '../core/lengths.ts';
import { OrganisationReference } from '../organisations/contract.ts';
import { matches } from './rank.ts';

export const SearchQuery = z.strictObject({
  /** What is looked for; of a longer text the first 100 characters and 8 words count. */
  q: z.string().max(20_000).default(''),
  /** Only what is of this kind: one that a feature of this server finds. */
  kind: z.string().max(LENGTHS.name).optional(),
  /** Where the caller is: what stands nearer comes first among equals. */
  at: Id.optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** Something that was found, with the page that it is on. */
export const SearchHit = z.object({
  /** What it is, by the name of its record: `organisation`, `account`. */
  kind: z.string(),
  id: Id,
  title: z.string(),
  /** Where it is, or its address. */
  subtitle: z.string(),
  organisation: OrganisationReference,
  href: z.string(),
  /** What of it was found; `typo` is nearly what was looked for. */
  matched: z.enum(matches),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** At most 50, the best first; how many more there are is not said. */
export const SearchHits = z.object({ items: z.array(SearchHit) });
export type SearchHits = z.infer<typeof SearchHits>;
