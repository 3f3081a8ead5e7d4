import { afterAll, describe, expect, test } from 'vitest';
import type { Preferences } from '../../shared/people/preferences.ts';
import type { Problem } from '../../shared/core/problem.ts';
import { createWorld } from '../support/world.ts';

const world = await createWorld();
const person = await world.signIn('partner-admin@alder');
afterAll(() => world[Symbol.asyncDispose]());

const own = '/account/preferences';

describe('one’s own preferences', () => {
  test('are left to the browser until one says otherwise, and are kept then', async () => {
    const before = await person.get<Preferences>(own);
    const changed = await person.patch<Preferences>(
      own,
      { language: 'de', formats: 'de-AT' },
      { ifMatch: '*' },
    );
    const after = await person.get<Preferences>(own);

    expect(before.body).toEqual({ language: null, timeZone: null, formats: null, version: 0 });
    expect([changed.status, after.body]).toEqual([200, changed.body]);
    expect(after.body).toMatchObject({ language: 'de', timeZone: null, formats: 'de-AT' });
  });

  test('keep a zone by the name that it goes by now', async () => {
    const { body } = await person.patch<Preferences>(
      own,
      { timeZone: 'US/Pacific-New' },
      { ifMatch: '*' },
    );

    expect(body).toMatchObject({ timeZone: 'America/Los_Angeles' });
  });

  test.each([
    ['a language without texts', { language: 'fr' }, 'language', 'people.noSuchLanguage'],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone', 'people.noSuchTimeZone'],
    ['an offset', { timeZone: '+05:30' }, 'timeZone', 'people.noSuchTimeZone'],
    ['conventions of nowhere', { formats: 'xx-XX' }, 'formats', 'people.noSuchFormats'],
  ])('refuse %s, and say what would do', async (_, patch, path, code) => {
    const { status, body } = await person.patch<Problem>(own, patch, { ifMatch: '*' });

    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ path, code }] });
  });
});
