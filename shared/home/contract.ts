import { z } from 'zod';
import { Message } from '../core/contract.ts';
import { OrganisationReference } from '../organisations/contract.ts';

/** Something that waits for the reader, or that they wait for themselves [D1]. */
export const Need = z.object({
  /** What sort of thing it is: `access-request`, `invitation`; one line of a page each. */
  kind: z.string(),
  /** The record that it is about, or the organisation whose records it counts. */
  subjectId: z.string(),
  organisation: OrganisationReference.nullable(),
  /** What waits, in English. */
  title: z.string(),
  message: Message,
  since: z.iso.datetime().nullable(),
  /** By when, where there is an end to it. */
  dueAt: z.iso.datetime().nullable(),
  /** Whom it waits on; `null` where that is the reader. */
  waitsOn: z.string().nullable(),
  /** The page where something can be done about it. */
  href: z.string(),
});
export type Need = z.infer<typeof Need>;

/** How many there are of something, with the list that shows them [D2]. */
export const Figure = z.object({
  key: z.string(),
  organisation: OrganisationReference,
  /** What is counted, and how exactly, in English. */
  label: z.string(),
  definition: z.string(),
  messages: z.object({ label: Message, definition: Message }),
  value: z.number().int(),
  /** Set where there are more than lists count. */
  isCapped: z.boolean(),
  /** The page whose list holds just these. */
  href: z.string(),
  /** How many of them are new in the last days; `null` where that says nothing. */
  trend: z.object({ days: z.number().int(), added: z.number().int() }).nullable(),
});
export type Figure = z.infer<typeof Figure>;

/** What a person's home says first. */
export const Home = z.object({
  /** The change that it is as of. */
  asOf: z.object({ seq: z.number().int(), at: z.iso.datetime() }),
  needsMe: z.array(Need),
  figures: z.array(Figure),
  /** Developments over time; there are none yet. */
  charts: z.array(z.never()),
  /** The topmost organisations of the reader's roles, which the figures are of. */
  places: z.array(OrganisationReference),
});
export type Home = z.infer<typeof Home>;
