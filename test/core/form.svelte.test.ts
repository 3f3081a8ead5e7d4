import { describe, expect, test } from 'vitest';
import { ApiError } from '../../client/core/api.ts';
import { Form } from '../../client/core/form.svelte.ts';

const refusal = (errors?: { path: string; message: string }[]) =>
  new ApiError({
    type: 'urn:canopy:problem:request.invalid',
    title: 'Some fields are not acceptable',
    status: 422,
    code: 'request.invalid',
    detail: 'No.',
    ...(errors && { errors }),
  });

function nameForm(send: () => Promise<void> = () => Promise.resolve()) {
  return new Form({
    initial: { name: '', note: '' },
    check: ({ name }) => (name.length < 3 ? { name: 'Too short.' } : {}),
    send,
  });
}

describe('leaving a field', () => {
  test('says what is wrong with what was typed', () => {
    const form = nameForm();
    form.values.name = 'Al';

    form.left('name');

    expect(form.error('name')).toBe('Too short.');
  });

  test('does not blame an empty one', () => {
    const form = nameForm();

    form.left('name');

    expect(form.error('name')).toBeUndefined();
  });

  test('is forgiven as soon as typing goes on', () => {
    const form = nameForm();
    form.values.name = 'Al';
    form.left('name');

    form.typed('name');

    expect(form.error('name')).toBeUndefined();
  });
});

describe('sending a form', () => {
  test('does not happen while a field is wrong', async () => {
    let sent = 0;
    const form = nameForm(() => Promise.resolve(void (sent += 1)));

    const isTaken = await form.submit();

    expect([isTaken, sent, form.error('name')]).toEqual([false, 0, 'Too short.']);
  });

  test('puts the server’s objections beside their fields', async () => {
    const form = nameForm(() => Promise.reject(refusal([{ path: 'note.text', message: 'Rude.' }])));
    form.values.name = 'Alder';

    const isTaken = await form.submit();

    expect([isTaken, form.error('note'), form.failure]).toEqual([false, 'Rude.', undefined]);
  });

  test('keeps a refusal that no field says, and what was typed', async () => {
    const refused = refusal();
    const form = nameForm(() => Promise.reject(refused));
    form.values.name = 'Alder';

    await form.submit();

    expect([form.failure, form.values.name, form.isSending]).toEqual([refused, 'Alder', false]);
  });

  test('happens once, however often it is asked for', async () => {
    let sent = 0;
    const form = nameForm(() => Promise.resolve(void (sent += 1)));
    form.values.name = 'Alder';

    await Promise.all([form.submit(), form.submit()]);

    expect(sent).toBe(1);
  });
});
