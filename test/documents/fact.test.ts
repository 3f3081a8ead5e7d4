import { beforeAll, describe, expect, test } from 'vitest';
import { documentFacts } from '../../server/documents/facts.ts';
import type { FactRead } from '../../server/core/facts.ts';
import { pdfOf, upload } from '../support/documents.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
let admin: Session;

beforeAll(async () => {
  admin = await world.signIn('tenant-admin@acme');
});

function read(): Promise<FactRead | undefined> {
  const { acme } = world.ids;
  const work = world.server.running.context.openOwnWork();
  return work.read(async (reading) => documentFacts[0]?.read(reading, acme));
}

describe('the fact of a signed contract', () => {
  test('is not so while only other documents are there', async () => {
    await upload(admin, world.ids.acme, pdfOf('terms'), { name: 'Terms.pdf', kind: 'terms' });

    expect(await read()).toMatchObject({
      holds: false,
      evidence: { code: 'documents.notSigned' },
      href: `/organisations/${world.ids.acme}/documents`,
    });
  });

  test('[W2] is so with a shared contract, and tells nothing of one for those inside', async () => {
    const { acme } = world.ids;
    const none = await read();
    const hidden = { name: 'Hidden.pdf', visibility: 'inside' } as const;
    await upload(admin, acme, pdfOf('hidden'), hidden);
    const inside = await read();
    const { documentId } = await upload(admin, acme, pdfOf('shared'), { name: 'First.pdf' });
    bodyOf(await admin.delete(`/documents/${documentId}`));
    const removed = await read();
    await upload(admin, acme, pdfOf('shared again'), { name: 'Signed.pdf' });

    expect(inside).toEqual(none);
    expect(removed).toEqual(none);
    expect(await read()).toMatchObject({
      holds: true,
      evidence: { params: { name: 'Signed.pdf' } },
    });
  });

  test('concerns the organisation of a contract, and no other change', () => {
    const change = (resource: string, kind: string) =>
      ({ publication: { resource }, organisationId: 'acme', record: { kind } }) as never;
    const concerned = (resource: string, kind: string) =>
      documentFacts[0]?.concerns({} as never, change(resource, kind));

    expect(concerned('document', 'contract')).toEqual(['acme']);
    expect(concerned('document', 'terms')).toEqual([]);
    expect(concerned('organisation', 'contract')).toEqual([]);
  });
});
