import type { Hono } from 'hono';
import type { Publication } from './changes/publication.ts';
import type { Reaction } from './events.ts';
import type { AppEnv } from './http/router.ts';

/** A feature of the server: what it adds to the product, in one value. */
export interface Feature {
  /** The name of its folder, the same in `shared/`, `server/`, `client/` and `test/`. */
  readonly name: string;
  /** Its tables. */
  readonly entities: readonly (new () => object)[];
  /** Its records that the change log and the audit know. */
  readonly publications: readonly Publication[];
  /** What it does when lower features tell of what they do. */
  readonly reactions: readonly Reaction[];
  /** Its routes below `/api`, where they take nothing but the request's work. */
  readonly routes?: () => Hono<AppEnv>;
}
