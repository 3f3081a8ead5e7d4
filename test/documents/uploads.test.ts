import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  announce,
  documentsOf,
  offsetOf,
  outcomeOf,
  pathOf,
  pdfOf,
  pdfOfSize,
  sendBytes,
} from '../support/documents.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

/** How large the file is that is cut again and again; larger where memory is to be looked at. */
const CUT_BYTES = Number(process.env['CANOPY_TEST_UPLOAD_MB'] ?? 8) * 1024 * 1024;

const world = await shareWorld();
let acme: string;
let admin: Session;
let reader: Session;

beforeAll(async () => {
  acme = world.ids.acme;
  admin = await world.signIn('tenant-admin@acme');
  reader = await world.signIn('tenant-reader@acme');
});

async function reserve(bytes: Uint8Array, wish = {}): Promise<string> {
  return pathOf(bodyOf(await announce(admin, acme, bytes, wish)));
}

describe('a file that is uploaded', () => {
  test('[W1] [W3] is announced, sent and checked, and then a document', async () => {
    const bytes = pdfOf('the first');
    const answer = await announce(admin, acme, bytes, { name: 'First contract.pdf' });
    const reserved = bodyOf(answer);

    const before = await documentsOf(admin, acme);
    const sent = await sendBytes(admin, pathOf(reserved), bytes);
    const after = await documentsOf(reader, acme);

    expect(answer.status).toBe(201);
    expect(reserved.document).toMatchObject({ name: 'First contract.pdf', kind: 'contract' });
    expect(before.map(({ id }) => id)).not.toContain(reserved.id);
    expect(sent.status).toBe(204);
    expect(after.find(({ id }) => id === reserved.id)).toMatchObject({
      name: 'First contract.pdf',
      type: 'application/pdf',
      size: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      number: 1,
      removedAt: null,
    });
  });

  test('[W3] exists for nobody but its uploader before', async () => {
    const bytes = pdfOf('hidden');
    const path = await reserve(bytes);
    const other = await world.signIn('partner-admin@alder');

    const seen = await Promise.all([
      other.get(path),
      other.raw('HEAD', path, { headers: { 'tus-resumable': '1.0.0' } }),
      sendBytes(other, path, bytes),
      other.delete(path),
    ]);

    expect(seen.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await offsetOf(admin, path)).toBe(0);
  });

  test(
    '[W4] is cut five times and goes on from what has arrived',
    { timeout: 120_000 },
    async () => {
      const bytes = pdfOfSize(CUT_BYTES);
      const path = await reserve(bytes, { name: 'Long.pdf', kind: 'other' });
      const offsets: number[] = [];

      for (let cut = 1; cut <= 5; cut += 1) {
        const offset = await offsetOf(admin, path);
        offsets.push(offset);
        await cutAfter(path, bytes, { offset, until: Math.floor((CUT_BYTES * cut) / 6) });
      }
      const offset = await offsetOf(admin, path);
      bodyOf(await sendBytes(admin, path, bytes.subarray(offset), { offset }));
      const { state, documentId } = await outcomeOf(admin, path);
      const kept = await admin.file(`/documents/${documentId}/content`);

      expect(state).toBe('done');
      expect(offsets.toSorted((one, other) => one - other)).toEqual(offsets);
      expect(offset).toBeGreaterThan(0);
      expect(Buffer.compare(kept.bytes, bytes)).toBe(0);
    },
  );

  test('[W4] takes bytes only where the last ones ended', async () => {
    const bytes = pdfOf('in order');
    const path = await reserve(bytes);
    await sendBytes(admin, path, bytes.subarray(0, 10));

    const again = await sendBytes(admin, path, bytes.subarray(0, 10));
    const ahead = await sendBytes(admin, path, bytes.subarray(15), { offset: 15 });
    const beyond = await sendBytes(admin, path, Buffer.alloc(100), { offset: 10 });

    expect([again.status, ahead.status, beyond.status]).toEqual([409, 409, 413]);
    expect(await offsetOf(admin, path)).toBe(10);
  });

  test('[W4] that is stalled gives way to its uploader', async () => {
    const bytes = pdfOf('stalled');
    const path = await reserve(bytes);
    const stalled = stallAfter(path, bytes.subarray(0, 8));
    await stalled.begun;

    const offset = await offsetOf(admin, path);
    const rest = await sendBytes(admin, path, bytes.subarray(offset), { offset });
    stalled.stop();

    expect(offset).toBe(8);
    expect(rest.status).toBe(204);
    expect((await outcomeOf(admin, path)).state).toBe('done');
  });

  test('[W3] that is finished twice is one document', async () => {
    const bytes = pdfOf('twice');
    const path = await reserve(bytes, { name: 'Twice.pdf' });
    await sendBytes(admin, path, bytes);

    const again = await sendBytes(admin, path, new Uint8Array(), { offset: bytes.byteLength });

    expect(again.status).toBe(204);
    const named = (await documentsOf(admin, acme)).filter(({ name }) => name === 'Twice.pdf');
    expect(named).toHaveLength(1);
  });

  test('[W1] can be cancelled', async () => {
    const path = await reserve(pdfOf('cancelled'));

    const answer = await admin.delete(path);

    expect(answer.status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
  });

  test('[W3] takes no more bytes once its uploader may not upload there any more', async () => {
    const person = await world.signIn('second-tenant-admin@acme');
    const bytes = pdfOf('revoked');
    const path = pathOf(bodyOf(await announce(person, acme, bytes)));
    await sendBytes(person, path, bytes.subarray(0, 5));
    const { grants } = await person.who();
    bodyOf(await world.founder.delete(`/grants/${grants[0]?.id}`));

    const answer = await sendBytes(person, path, bytes.subarray(5), { offset: 5 });

    expect(answer.status).toBe(404);
  });
});

describe('bytes that come in', () => {
  test('[W1] come from pages of ours alone, and say nothing to others', async () => {
    const bytes = pdfOf('foreign');
    const path = await reserve(bytes);

    const foreign = await sendBytes(admin, path, bytes, {
      headers: { origin: 'https://evil.example' },
    });
    const options = await admin.raw('OPTIONS', path, {
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' },
    });
    const own = await sendBytes(admin, path, bytes.subarray(0, 4));

    expect(foreign.status).toBe(403);
    expect(options.status).toBe(404);
    const headers = [foreign, options, own].flatMap((answer) => [...answer.headers.keys()]);
    expect(headers.filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(own.headers.get('upload-offset')).toBe('4');
  });

  test('[W1] without what tus asks for are refused in words', async () => {
    const path = await reserve(pdfOf('no tus'));

    const answers = await Promise.all([
      admin.raw('PATCH', path, { body: 'x' }),
      sendBytes(admin, path, Buffer.from('x'), { headers: { 'content-type': 'text/plain' } }),
      sendBytes(admin, path, Buffer.from('x'), { headers: { 'upload-offset': '-1' } }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
    for (const { headers } of answers) {
      expect(headers.get('content-type')).toBe('application/problem+json');
    }
  });
});

/** Sends until a place in the file and then loses the line. */
async function cutAfter(
  path: string,
  bytes: Uint8Array,
  { offset, until }: { offset: number; until: number },
): Promise<void> {
  const line = new AbortController();
  let at = offset;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= until) {
        line.abort();
        return;
      }
      const end = Math.min(at + 64 * 1024, until);
      controller.enqueue(bytes.slice(at, end));
      at = end;
    },
  });
  await sendBytes(admin, path, body, { offset, signal: line.signal }).catch(() => undefined);
}

/** Sends some bytes, and then nothing for as long as nobody stops it. */
function stallAfter(path: string, bytes: Uint8Array) {
  const line = new AbortController();
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) {
        begin();
        return new Promise<void>(() => undefined);
      }
      isSent = true;
      controller.enqueue(bytes);
      return undefined;
    },
  });
  void sendBytes(admin, path, body, { signal: line.signal }).catch(() => undefined);
  return { begun, stop: () => line.abort() };
}
