import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../server/core/clock.ts';
import { sweepDocuments } from '../../server/documents/sweep-documents.ts';
import { announce, documentsOf, pathOf, pdfOf, sendBytes, upload } from '../support/documents.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld, type World } from '../support/world.ts';

async function filesOf({ server }: World): Promise<string[]> {
  const names = await readdir(join(server.dataDir, 'files'), { recursive: true });
  return names.filter((name) => /[\da-f]{32}$/.test(name));
}

describe('the files of documents', () => {
  test('[W11] stay while a backup may name them, and go then', { timeout: 60_000 }, async () => {
    await using world = await createWorld();
    const { founder, ids, clock, server } = world;
    const { documentId } = await upload(founder, ids.acme, pdfOf('old'), { name: 'Old.pdf' });
    await upload(founder, ids.acme, pdfOf('new'), { name: 'Old.pdf', replaces: documentId });
    await upload(founder, ids.acme, pdfOf('stays'), { name: 'Stays.pdf' });
    bodyOf(await founder.delete(`/documents/${documentId}`));

    clock.advance(29 * DAY);
    await sweepDocuments(server.running.context);
    const kept = await filesOf(world);
    clock.advance(2 * DAY);
    await sweepDocuments(server.running.context);
    const purged = await world.em.execute<object[]>('select id from documents');
    const stillThere = await filesOf(world);
    clock.advance(31 * DAY);
    await sweepDocuments(server.running.context);

    expect(kept).toHaveLength(3);
    expect(purged).toHaveLength(1);
    expect(stillThere).toHaveLength(3);
    expect(await filesOf(world)).toHaveLength(1);
    expect(await world.em.execute('select * from discarded_files')).toEqual([]);
  });

  test('[W11] go and come back with their organisation', async () => {
    await using world = await createWorld();
    const { founder, ids } = world;
    const bytes = pdfOf('of delta');
    const { documentId } = await upload(founder, ids.delta, bytes, { name: 'Delta.pdf' });
    bodyOf(await founder.post(`/organisations/${ids.delta}/suspend`, { reason: 'It closes.' }));
    bodyOf(await founder.delete(`/organisations/${ids.delta}`, { ifMatch: '*' }));
    const gone = await founder.get(`/documents/${documentId}`);
    const discarded = await world.em.execute<object[]>('select * from discarded_files');

    bodyOf(await founder.post(`/organisations/${ids.delta}/restore`));
    const file = await founder.file(`/documents/${documentId}/content`);

    expect(gone.status).toBe(404);
    expect(discarded).toHaveLength(1);
    expect(await documentsOf(founder, ids.delta)).toMatchObject([{ id: documentId }]);
    expect(Buffer.compare(file.bytes, bytes)).toBe(0);
    expect(await world.em.execute('select * from discarded_files')).toEqual([]);
  });
});

test('[W3] an upload that nobody goes on with is swept a day after its last bytes', async () => {
  await using world = await createWorld();
  const { founder, ids, clock, server } = world;
  const bytes = pdfOf('forgotten');
  const path = pathOf(bodyOf(await announce(founder, ids.acme, bytes)));
  const rows = () => world.em.execute<object[]>('select received from document_uploads');
  clock.advance(20 * MINUTE);
  bodyOf(await sendBytes(founder, path, bytes.subarray(0, 5)));

  clock.advance(DAY - 10 * MINUTE);
  await sweepDocuments(server.running.context);
  const before = await rows();
  clock.advance(20 * MINUTE);
  await sweepDocuments(server.running.context);

  expect(before).toEqual([{ received: 5 }]);
  expect(await rows()).toEqual([]);
  expect(await readdir(join(server.dataDir, 'files', 'incoming'))).toEqual([]);
});
