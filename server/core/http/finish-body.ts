import type { MiddlewareHandler } from 'hono';

/** Larger bodies are not read only to be thrown away. */
const MOST_TO_READ = 1024 * 1024;

/**
 * The server sees to the body of a request that was answered without its being read: what is left
 * of it stands before the next request on the same connection, which would wait for it and fail. It
 * is read to its end, or the connection is closed after the answer.
 */
export const finishBody: MiddlewareHandler = async (c, next) => {
  await next();
  if (['GET', 'HEAD'].includes(c.req.method)) return;
  const length = c.req.header('content-length');
  if (length === undefined && c.req.header('transfer-encoding') === undefined) return;
  const request = c.req.raw;
  if (request.bodyUsed || !request.body) return;
  if (Number(length ?? Infinity) <= MOST_TO_READ) {
    await request.arrayBuffer().catch(() => undefined);
  } else c.header('Connection', 'close');
};
