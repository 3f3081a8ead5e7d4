import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { wantedRange } from '../../server/core/http/byte-range.ts';
import { pdfOf, pdfOfSize, upload } from '../support/documents.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const bytes = pdfOf('to be read in parts');
let acme: string;
let admin: Session;
let path: string;
let etag: string;

beforeAll(async () => {
  acme = world.ids.acme;
  admin = await world.signIn('tenant-admin@acme');
  const { documentId } = await upload(admin, acme, bytes, { name: 'Parts.pdf' });
  path = `/documents/${documentId}/content`;
  etag = (await admin.raw('HEAD', path)).headers.get('etag') ?? '';
});

describe('a document that is downloaded', () => {
  test('[W8] is a file to be saved, and no page of ours', async () => {
    const { headers, bytes: read } = await admin.file(path);

    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename=Parts.pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'content-length': String(bytes.byteLength),
      'accept-ranges': 'bytes',
    });
    expect(Buffer.compare(read, bytes)).toBe(0);
  });

  test('[W9] tells its size and tag to HEAD', async () => {
    const { status, headers, text } = await admin.raw('HEAD', path);

    expect([status, text, headers.get('content-length')]).toEqual([200, '', `${bytes.byteLength}`]);
    expect(etag).toMatch(/^"[\da-f]{64}"$/);
  });

  test.each([
    ['bytes=0-3', 206, 'bytes 0-3/', '%PDF'],
    ['bytes=-6', 206, 'bytes 24-29/', '%%EOF\n'],
    ['bytes=26-', 206, 'bytes 26-29/', 'EOF\n'],
    ['bytes=0-1,3-4', 200, null, undefined],
    ['bytes=500-', 416, 'bytes */', undefined],
    ['lines=1', 200, null, undefined],
  ])('[W9] answers %s with %s', async (range, status, contentRange, text) => {
    const tail = bytes.byteLength - 30;
    const moved = contentRange?.replace(/(\d+)-(\d+)\//, (_, from: string, to: string) =>
      from === '0' ? `${from}-${to}/` : `${Number(from) + tail}-${Number(to) + tail}/`,
    );
    const asked = range === 'bytes=26-' ? `bytes=${26 + tail}-` : range;

    const answer = await admin.raw('GET', path, { headers: { range: asked } });

    expect(answer.status).toBe(status);
    const expected = moved === undefined ? null : `${moved}${bytes.byteLength}`;
    expect(answer.headers.get('content-range')).toBe(expected);
    if (text !== undefined) expect(answer.text).toBe(text);
  });

  test('[W9] comes whole where the part that is held is of another version', async () => {
    const range = 'bytes=0-3';
    const same = await admin.raw('GET', path, { headers: { range, 'if-range': etag } });
    const other = await admin.raw('GET', path, { headers: { range, 'if-range': '"other"' } });

    expect([same.status, other.status]).toEqual([206, 200]);
  });

  test(
    '[W9] breaks off when its reader may not read it any more',
    { timeout: 30_000 },
    async () => {
      const large = pdfOfSize(16 * 1024 * 1024);
      const { documentId } = await upload(admin, acme, large, { name: 'Large.pdf' });
      const person = await world.signIn('second-tenant-reader@acme');
      const { transfers } = world.server.running.context;
      const begun = await beginReading(person, `/documents/${documentId}/content`);
      const { grants } = await person.who();

      bodyOf(await world.founder.delete(`/grants/${grants[0]?.id}`));
      await transfers.settled();
      const received = await begun.readOn();

      expect(received).toBeLessThan(large.byteLength);
      expect(transfers.size).toBe(0);
    },
  );

  test(
    '[W9] goes on when access changes that is not its reader’s',
    { timeout: 30_000 },
    async () => {
      const large = pdfOfSize(16 * 1024 * 1024);
      const { documentId } = await upload(admin, acme, large, { name: 'Larger.pdf' });
      const other = await world.signIn('second-tenant-admin@acme');
      const begun = await beginReading(admin, `/documents/${documentId}/content`);
      const { grants } = await other.who();

      bodyOf(await world.founder.delete(`/grants/${grants[0]?.id}`));
      const received = await begun.readOn();

      expect(received).toBeGreaterThanOrEqual(large.byteLength);
    },
  );
});

test.each([
  ['bytes=5-2', 'whole'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=-500', { start: 0, end: 99 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-', 'whole'],
  ['bytes=1-2-3', 'whole'],
  ['bytes=99999999999999999999-', 'whole'],
])('[W9] of 100 bytes, %s means %j', (range, wanted) => {
  expect(wantedRange({ range, ifRange: undefined }, { size: 100, etag: '"x"' })).toEqual(wanted);
});

/** A reader that takes the first bytes, and the rest only when told to. */
async function beginReading(session: Session, at: string) {
  const { hostname, port } = new URL(session.url);
  const socket = connect(Number(port), hostname);
  let received = 0;
  await new Promise<void>((resolve) => {
    socket.once('readable', () => resolve());
    socket.write(
      `GET /api${at} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${session.cookie}\r\n` +
        'Connection: close\r\n\r\n',
    );
  });
  return {
    readOn: () =>
      new Promise<number>((resolve) => {
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(received));
        socket.on('data', (chunk: Buffer) => (received += chunk.byteLength));
      }),
  };
}
