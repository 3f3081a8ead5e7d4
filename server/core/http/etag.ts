import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** A tag for what is answered, another one for each encoding of it. */
export function etagOf(content: string, encoding = 'identity'): string {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  return `"${hash}-${encoding}"`;
}

/** Whether the client has said that it holds what this tag is of. */
export function isKnown(c: Context, etag: string): boolean {
  const held = c.req.header('if-none-match') ?? '';
  return held.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}
