import { z } from 'zod';
import { Id } from '../core/contract.ts';
import { OrganisationReference } from '../organisations/contract.ts';
import { hitKinds, matches } from './rank.ts';

export const SearchQuery = z.strictObject({
  /** What is looked for; of a longer text the first 100 characters and 8 words count. */
  q: z.string().max(20_000).default(''),
  kind: z.enum(hitKinds).optional(),
  /** Where the caller is: what stands nearer comes first among equals. */
  at: Id.optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** Something that was found, with the page that it is on. */
export const SearchHit = z.object({
  kind: z.enum(hitKinds),
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
