import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Document } from '../../shared/documents/contract.ts';
import type { Activity } from '../../shared/live/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { announce, documentsOf, pdfOf, upload } from '../support/documents.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
let acme: string;
let admin: Session;
let reader: Session;
let above: Session;
let inside: string;
let shared: string;

beforeAll(async () => {
  acme = world.ids.acme;
  [admin, reader, above] = await Promise.all([
    world.signIn('tenant-admin@acme'),
    world.signIn('tenant-reader@acme'),
    world.signIn('partner-admin@alder'),
  ]);
  const hidden = { name: 'Inside.pdf', visibility: 'inside' } as const;
  inside = (await upload(admin, acme, pdfOf('inside'), hidden)).documentId;
  shared = (await upload(admin, acme, pdfOf('shared'), { name: 'Shared.pdf' })).documentId;
});

const namesOf = async (session: Session) =>
  (await documentsOf(session, acme)).map(({ name }) => name).sort();

describe('a document that is only for those inside', () => {
  test('[W2] is seen by who holds a role there, and by nobody above', async () => {
    expect(await namesOf(admin)).toEqual(['Inside.pdf', 'Shared.pdf']);
    expect(await namesOf(reader)).toEqual(['Inside.pdf', 'Shared.pdf']);
    expect(await namesOf(above)).toEqual(['Shared.pdf']);
    expect(await namesOf(world.founder)).toEqual(['Shared.pdf']);
  });

  test('[W2] is missing for those above, whatever they do with its id', async () => {
    const answers = await Promise.all([
      above.get(`/documents/${inside}`),
      above.get(`/documents/${inside}/versions`),
      above.get(`/documents/${inside}/content`),
      above.delete(`/documents/${inside}`),
      above.post(`/documents/${inside}/restore`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  test('[W2] is not uploaded from above', async () => {
    const answer = await announce(above, acme, pdfOf('x'), { visibility: 'inside' });

    expect(answer.status).toBe(403);
  });

  test('[W2] shows those above neither in the feed nor in the audit, by any word', async () => {
    const feed = async (session: Session) =>
      (await session.get<Page<Activity>>(`/organisations/${acme}/activity?limit=100`)).text;
    const audit = async (session: Session) =>
      (await session.get<Page<AuditEntry>>(`/organisations/${acme}/audit?limit=200`)).text;

    expect(await feed(reader)).toContain('Inside.pdf');
    expect(await audit(admin)).toContain('Inside.pdf');
    for (const text of [await feed(above), await audit(above)]) {
      expect(text).toContain('Shared.pdf');
      expect(text).not.toContain('Inside.pdf');
      expect(text).not.toContain(inside);
    }
    const search = `/organisations/${acme}/audit?limit=200&q=Inside.pdf`;
    expect(bodyOf(await above.get<Page<AuditEntry>>(search)).items).toEqual([]);
  });

  test('[W2] travels live to those inside alone', async () => {
    const sockets = await Promise.all([reader.socket(), above.socket()]);
    for (const socket of sockets) {
      await socket.subscribe({ scope: 'record', organisationId: acme, topics: ['documents'] });
    }
    await sockets[1].subscribe({ scope: 'subtree', organisationId: world.ids.alder });

    const { documentId } = await upload(admin, acme, pdfOf('live'), { visibility: 'inside' });
    await upload(admin, acme, pdfOf('live too'), { name: 'Live.pdf' });
    await world.settled();
    for (const socket of sockets) await socket.roundTrip();

    const [within, outside] = sockets.map(({ changes }) =>
      changes.filter(({ resource }) => resource === 'document'),
    );
    expect(within?.map(({ topic }) => topic)).toEqual(['documents', 'documents']);
    expect(within?.map(({ id }) => id)).toContain(documentId);
    expect(outside?.map(({ fields }) => fields['name'])).toEqual(['Live.pdf']);
  });

  test('[W2] opens to who is given a role there, and closes with it', async () => {
    const { account } = await above.who();
    const grant = { role: 'TenantReader', organisationId: acme };
    const made = bodyOf(
      await world.founder.post<{ id: string }>(`/accounts/${account.id}/grants`, grant),
    );
    const seen = await namesOf(above);
    bodyOf(await world.founder.delete(`/grants/${made.id}`));

    expect(seen).toContain('Inside.pdf');
    expect(await namesOf(above)).not.toContain('Inside.pdf');
  });
});

describe('documents behind a closed barrier', () => {
  test('[W2] are seen by none above', async () => {
    bodyOf(await admin.put(`/organisations/${acme}/access`, { managementMode: 'self-managed' }));
    const answers = await Promise.all([
      above.get(`/organisations/${acme}/documents`),
      above.get(`/documents/${shared}`),
      above.get(`/documents/${shared}/content`),
      above.get(`/documents/${inside}`),
    ]);
    bodyOf(await admin.put(`/organisations/${acme}/access`, { managementMode: 'managed' }));

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 404]);
  });
});

describe('a document that is removed', () => {
  test('[W11] is hidden, gives no bytes, and comes back as it was', async () => {
    const { documentId } = await upload(admin, acme, pdfOf('removed'), { name: 'Removed.pdf' });
    const find = async () => bodyOf(await admin.get<Document>(`/documents/${documentId}`));
    const before = await find();

    bodyOf(await admin.delete(`/documents/${documentId}`));
    const removed = await find();
    const content = await admin.get(`/documents/${documentId}/content`);
    bodyOf(await admin.post(`/documents/${documentId}/restore`));
    const after = await find();

    expect(removed.removedAt).not.toBeNull();
    expect(content.status).toBe(410);
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
  });

  test('[W11] keeps its earlier versions, each with its bytes', async () => {
    const [first, second] = [pdfOf('v1'), pdfOf('v2')];
    const { documentId } = await upload(admin, acme, first, { name: 'Versions.pdf' });
    await upload(admin, acme, second, { name: 'Versions 2.pdf', replaces: documentId });

    const now = await admin.file(`/documents/${documentId}/content`);
    const then = await admin.file(`/documents/${documentId}/content?version=1`);
    const none = await admin.get(`/documents/${documentId}/content?version=3`);
    const versions = bodyOf(
      await reader.get<Page<{ number: number; name: string }>>(`/documents/${documentId}/versions`),
    );

    expect([now, then].map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
      [second, first].map((bytes) => Buffer.from(bytes).toString()),
    );
    expect(none.status).toBe(404);
    expect(versions.items).toMatchObject([
      { number: 2, name: 'Versions 2.pdf' },
      { number: 1, name: 'Versions.pdf' },
    ]);
  });

  test('[W11] by a reader is refused', async () => {
    expect((await reader.delete(`/documents/${shared}`)).status).toBe(403);
  });
});
