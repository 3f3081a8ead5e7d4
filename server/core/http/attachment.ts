import type { Context } from 'hono';
import type { AppEnv } from './router.ts';

/** A file that is sent as it is written. */
export interface Attachment {
  name: string;
  type: string;
  /** Text as it is written; or the bytes themselves. */
  body: AsyncGenerator<string, void> | ReadableStream<Uint8Array>;
}

export function attach(c: Context<AppEnv>, { name, type, body }: Attachment): Response {
  return c.body(body instanceof ReadableStream ? body : asSent(body), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

/** The text, asked for as fast as it is taken; a failure breaks the answer off, for all to see. */
function asSent(parts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return();
    },
  });
}
