import { Server, TUS_RESUMABLE } from '@tus/server';
import type { Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { Refusal, type RefusalCode } from '../../../shared/core/refusals.ts';
import { says } from '../../../shared/documents/words.ts';
import { type AppEnv, createRouter } from '../../core/http/router.ts';
import type { Node } from '../../core/node.ts';
import type { DocumentUpload } from './document-upload.entity.ts';
import { finishUpload } from './finish-upload.ts';
import { requireUpload } from './require-upload.ts';
import { UploadLeases } from './upload-leases.ts';
import { UploadStore } from './upload-store.ts';

/** How long a request that another one waits for may still write what it has. */
const DRAIN_MS = 100;

/** What tus refuses, in our words; whatever else it answers is a fault. */
const refusals: Readonly<Record<number, RefusalCode>> = {
  400: 'request.malformed',
  403: 'request.malformed',
  404: 'not-found',
  409: 'upload.state',
  412: 'request.malformed',
  413: 'request.too-large',
  415: 'request.media-type',
  501: 'request.malformed',
};

/** The only headers of its answers that go out: it would let any page on the web read them. */
const told = ['tus-resumable', 'upload-offset', 'upload-length', 'connection'];

/** What the reference of the API says of it; no endpoint describes what is not JSON. */
const reference = describeRoute({
  operationId: 'sendBytes',
  tags: ['documents'],
  summary: 'Send bytes of an upload by tus 1.0; HEAD says in Upload-Offset where they go on',
  requestBody: {
    required: true,
    content: {
      'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } },
    },
  },
  responses: { 204: { description: 'They have arrived; Upload-Offset says how far it is now.' } },
});

/** Who did not hear that all bytes arrived, and asks again, hears it; more bytes are too many. */
function finishedAgain(c: Context<AppEnv>, { size, state }: DocumentUpload): Response {
  const isAtEnd = c.req.header('upload-offset') === String(size);
  if (state === 'refused' || !isAtEnd) throw new Refusal('upload.state', says.notPending);
  return c.body(null, 204, { 'Tus-Resumable': TUS_RESUMABLE, 'Upload-Offset': String(size) });
}

/**
 * Where the bytes of uploads come in, by tus 1.0: HEAD says how far an upload is, PATCH goes on
 * with it. Each request is decided like any other before tus sees it; reserving and cancelling are
 * endpoints of ours.
 */
export function uploadBytes(node: Node): Hono<AppEnv> {
  const failures = new WeakMap<object, unknown>();
  const tus = new Server({
    path: '/api/uploads',
    datastore: new UploadStore(node),
    locker: new UploadLeases(node),
    lockDrainTimeout: DRAIN_MS,
    onResponseError: (request, error) => {
      failures.set(request, error);
      return undefined;
    },
  });

  async function serveTus(c: Context<AppEnv>, id: string): Promise<Response> {
    const { work } = c.var;
    const upload = await work.read((reading) => requireUpload(reading, id));
    const isWriting = c.req.method === 'PATCH';
    if (isWriting && upload.state !== 'open') return finishedAgain(c, upload);
    const request = c.req.raw;
    const answer = await tus.handleWeb(request);
    if (answer.status >= 400) {
      const code = refusals[answer.status];
      if (code) throw new Refusal(code);
      const failure = failures.get(request);
      throw failure instanceof Error ? failure : new Error('tus failed', { cause: failure });
    }
    if (isWriting) await finishUpload(work, id);
    for (const name of told) {
      const value = answer.headers.get(name);
      if (value !== null) c.header(name, value);
    }
    return c.body(null, isWriting ? 204 : 200);
  }

  const router = createRouter();
  // HEAD comes as GET, which is answered by the endpoint that says what an upload is
  router.get('/uploads/:id', (c, next) =>
    c.req.method === 'HEAD' ? serveTus(c, c.req.param('id')) : next(),
  );
  router.patch('/uploads/:id', reference, (c) => serveTus(c, c.req.param('id')));
  return router;
}
