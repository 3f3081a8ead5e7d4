import { basename, dirname } from 'node:path';
import { features } from '../../server/features.ts';
import type { PersonName } from '../support/people.ts';
import type { PlainRow, Row } from './matrix-row.ts';

/** The exports of a `matrix.ts`. */
interface Part {
  readonly rows?: readonly Row[];
  readonly plainRows?: readonly PlainRow[];
}

const files = import.meta.glob<Part>('../*/matrix.ts', { eager: true });

/** The folders whose `matrix.ts` makes up the whole. */
export const folders = Object.keys(files).map((file) => basename(dirname(file)));

/** The parts in the order of the features; the core, which is none, comes last. */
const parts = [...features.map(({ name }) => name), 'core'].map(
  (folder) => files[`../${folder}/matrix.ts`] ?? {},
);

/** Every operation that takes a role. */
export const rows = parts.flatMap((part) => (part.rows ?? []).map(withRoute));

/** What has nothing to do with roles. */
export const plainRows = parts.flatMap((part) => (part.plainRows ?? []).map(withRoute));

/** Who calls: every role above, at, beside and below the targets; and somebody without any. */
export const callers: readonly PersonName[] = [
  'platform-admin@platform',
  'platform-reader@platform',
  'distributor-admin@north',
  'distributor-reader@north',
  'distributor-admin@south',
  'distributor-reader@south',
  'partner-admin@alder',
  'partner-reader@alder',
  'partner-admin@birch',
  'partner-reader@birch',
  'partner-admin@grove',
  'partner-reader@grove',
  'tenant-admin@acme',
  'tenant-reader@acme',
  'tenant-admin@beta',
  'tenant-reader@beta',
  'tenant-admin@labs',
  'tenant-reader@labs',
  'nobody@acme',
  'user@beta',
];

/** A row with method and path in one, by which it is told and compared. */
function withRoute<R extends Row | PlainRow>(row: R): R & { route: string } {
  return { ...row, route: `${row.endpoint.method} ${row.endpoint.path}` };
}
