import type { DocumentKind } from './contract.ts';

const MIB = 1024 * 1024;

/** How large a file of each kind is at most, in bytes. */
export const MOST_BYTES: Readonly<Record<DocumentKind, number>> = {
  contract: 25 * MIB,
  terms: 10 * MIB,
  other: 50 * MIB,
};

/** How many documents an organisation has, those removed lately among them. */
export const MOST_DOCUMENTS = 500;

/** How many versions a document has. */
export const MOST_VERSIONS = 100;

/** How many uploads of one account are under way. */
export const MOST_UPLOADS = 20;

/** For so many days a removed document can be brought back. */
export const DAYS_REMOVED = 30;

/** For so many days an upload waits for its next bytes. */
export const DAYS_UNFINISHED = 1;
