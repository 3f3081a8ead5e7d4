import { beforeAll, describe, expect, test } from 'vitest';
import { cleanedName, isDeviceName } from '../../shared/documents/file-name.ts';
import { MOST_BYTES, MOST_UPLOADS } from '../../shared/documents/limits.ts';
import { announce, documentsOf, pdfOf, upload } from '../support/documents.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
let acme: string;
let admin: Session;

beforeAll(async () => {
  acme = world.ids.acme;
  admin = await world.signIn('tenant-admin@acme');
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a file that is announced', () => {
  test.each([
    ['empty', { size: 0 }, 'size', 'The file is empty.'],
    [
      'too large for a contract',
      { size: MOST_BYTES.contract + 1 },
      'size',
      'As a contract, it may have at most 25 MB.',
    ],
    [
      'of a type that is not taken',
      { name: 'page.html' },
      'name',
      'are not accepted as a contract',
    ],
    ['a text as a contract', { name: 'notes.txt' }, 'name', 'Accepted are .pdf'],
    ['without an ending', { name: 'contract' }, 'name', 'The name has no ending'],
    ['called by its ending alone', { name: '.pdf' }, 'name', 'The name has no ending'],
    ['called as a device', { name: 'con.pdf' }, 'name', 'Windows keeps this name for itself.'],
    ['called too long', { name: `${'x'.repeat(150)}.pdf` }, 'name', 'at most 150 characters'],
    ['called too long in bytes', { name: `${'語'.repeat(90)}.pdf` }, 'name', 'at most 150'],
    ['called by nothing visible', { name: '\u200b\u202e ' }, 'name', 'needs a name'],
  ])('[W1] [W7] is refused in words where it is %s', async (_, wish, field, words) => {
    const answer = await announce(admin, acme, pdfOf('x'), wish);

    expect(answer.status).toBe(422);
    const { errors } = JSON.parse(answer.text) as { errors: { path: string; message: string }[] };
    expect(errors[0]?.path).toBe(field);
    expect(errors[0]?.message).toContain(words);
  });

  test.each([
    ['../../etc/passwd.pdf', 'etcpasswd.pdf'],
    ['C:\\temp\\a.pdf', 'Ctempa.pdf'],
    ['invoice\u202efdp.exe.pdf', 'invoicefdp.exe.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['Vertrag \u00a0 2026 .pdf. .', 'Vertrag 2026 .pdf'],
    ['u\u0308ber.pdf', 'über.pdf'],
    ['..hidden.pdf', 'hidden.pdf'],
    ['a"b<c>d|e?f*g.pdf', 'abcdefg.pdf'],
  ])('[W7] %j is kept as %j', (name, kept) => {
    expect(cleanedName(name)).toBe(kept);
  });

  test.each(['CON', 'nul.pdf', 'Com1.txt', 'lpt9.pdf'])('[W7] %s is a device', (name) => {
    expect(isDeviceName(name)).toBe(true);
  });

  test('[W7] is offered for download by its cleaned name', async () => {
    const name = 'Vertrag “Ümläut”\u202e\r\n.pdf';
    const { documentId } = await upload(admin, acme, pdfOf('umlauts'), { name });

    const { headers } = await admin.file(`/documents/${documentId}/content`);

    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Vertrag ??ml?ut?.pdf"; filename*=UTF-8''Vertrag%20%E2%80%9C%C3%9Cml%C3%A4ut%E2%80%9D.pdf`,
    );
  });

  test('[W1] is one of at most so many of an account', async () => {
    const person = await world.signIn('tenant-admin@gamma');
    const bytes = pdfOf('many');
    for (let at = 0; at < MOST_UPLOADS; at += 1) {
      bodyOf(await announce(person, world.ids.gamma, bytes));
    }

    const answer = await announce(person, world.ids.gamma, bytes);

    expect(answer.status).toBe(403);
    expect(answer.text).toContain('20 of your uploads are under way.');
  });
});

describe('a file whose bytes have arrived', () => {
  test.each([
    ['another type', 'Scan.pdf', png, 'The name ends in .pdf, but this is a .png file.'],
    ['a program', 'Setup.pdf', Buffer.from('MZ'.padEnd(200, '\0')), 'but this is a .exe file.'],
    ['nothing known', 'Noise.pdf', Buffer.from('just words'), 'but this is something else'],
    ['markup', 'page.txt', Buffer.from(' <script>x</script>'), 'no plain text in UTF-8'],
    ['markup behind a mark', 'bom.csv', Buffer.from('\ufeff<svg/>'), 'no plain text in UTF-8'],
    ['half binary', 'zero.txt', Buffer.from('a\0b'), 'no plain text in UTF-8'],
    ['no UTF-8', 'latin.csv', Buffer.from([0x61, 0xfc, 0x62, 0x0a]), 'no plain text in UTF-8'],
    ['a drawing', 'drawing.png', Buffer.from('<svg xmlns=""/>'), 'something else'],
  ])('[W6] is refused in words where it is %s', async (_, name, bytes, words) => {
    const outcome = await upload(admin, acme, bytes, { name, kind: 'other' });

    expect(outcome.state).toBe('refused');
    expect(outcome.refusal?.detail).toContain(words);
    const names = (await documentsOf(admin, acme)).map((document) => document.name);
    expect(names).not.toContain(name);
  });

  test.each([
    ['Notes.txt', Buffer.from('Grüße, 世界'), 'text/plain'],
    ['list.csv', Buffer.from('a;b\n1;2\n'), 'text/csv'],
    ['dot.PNG', png, 'image/png'],
  ])('[W6] is taken where %s is what it says', async (name, bytes, type) => {
    const { state, documentId } = await upload(admin, acme, bytes, { name, kind: 'other' });
    const { headers } = await admin.file(`/documents/${documentId}/content`);

    expect(state).toBe('done');
    expect(headers.get('content-type')).toBe(type);
  });

  test('[W10] is said to be here already, to those who see the other', async () => {
    const bytes = pdfOf('the same');
    const hidden = pdfOf('the same inside');
    await upload(admin, acme, bytes, { name: 'Original.pdf' });
    await upload(admin, acme, hidden, { name: 'Secret.pdf', visibility: 'inside' });
    const above = await world.signIn('partner-admin@alder');

    const same = await upload(above, acme, bytes, { name: 'Copy.pdf' });
    const unseen = await upload(above, acme, hidden, { name: 'Guess.pdf' });
    const elsewhere = await upload(above, world.ids.beta, bytes, { name: 'Elsewhere.pdf' });

    expect(same).toMatchObject({ state: 'done', sameAs: { name: 'Original.pdf' } });
    expect(unseen).toMatchObject({ state: 'done', sameAs: null });
    expect(elsewhere).toMatchObject({ state: 'done', sameAs: null });
  });

  test('[W11] that is the version here already is no new one', async () => {
    const bytes = pdfOf('unchanged');
    const { documentId } = await upload(admin, acme, bytes, { name: 'Same.pdf' });

    const again = await upload(admin, acme, bytes, { name: 'Same.pdf', replaces: documentId });

    expect(again.refusal?.detail).toBe('This is the version that is here already.');
  });
});

test('[W1] what replaces something says what is true of it', async () => {
  const { documentId } = await upload(admin, acme, pdfOf('one'), { name: 'One.pdf' });
  const wishes = [
    { replaces: documentId, kind: 'terms' as const },
    { replaces: documentId, visibility: 'inside' as const },
    { replaces: acme },
  ];

  const answers = await Promise.all(
    wishes.map((wish) => announce(admin, acme, pdfOf('two'), wish)),
  );

  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
});
