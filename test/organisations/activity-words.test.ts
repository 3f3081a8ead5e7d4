import { describe, expect, test } from 'vitest';
import { sentences } from '../../client/app/activity-sentences.ts';
import { german } from '../../client/app/german.ts';
import { activitySentence, type Told } from '../../client/core/activity.ts';
import { speakingTo } from '../../shared/core/words/speech.ts';
import type { Activity } from '../../shared/live/contract.ts';

const inGerman = { language: 'de', locale: 'de-DE', tables: german } as const;

function toldOf(entry: Partial<Activity>): Told | undefined {
  const activity = {
    op: 'update',
    fields: {},
    action: '',
    actor: { id: 'a', displayName: 'Ann' },
    organisation: { id: 'o', kind: 'tenant', displayName: 'Acme' },
    ...entry,
  };
  return activitySentence(sentences, activity as Activity);
}

/** The sentence as it is read, with the actor and the organisation in their places. */
function lineOf(told: Told | undefined): string {
  if (!told) return '';
  const who = () => told.who;
  const place = () => told.name;
  return told
    .sentence({ who, place })
    .map((part) => (typeof part === 'string' ? part : part.slot === who ? told.who : told.name))
    .join('');
}

describe('a line of the feed', () => {
  test.each<[string, string, Partial<Activity>]>([
    [
      'Ann renamed Acme to Acme Works',
      'Ann hat Acme in Acme Works umbenannt',
      {
        resource: 'organisation',
        fields: { displayName: 'Acme Works' },
        was: { displayName: 'Acme' },
      },
    ],
    [
      'Ann deleted Old Mill',
      'Ann hat Old Mill gelöscht',
      {
        resource: 'organisation',
        op: 'delete',
        organisation: undefined,
        was: { displayName: 'Old Mill' },
      },
    ],
    [
      'Ann changed the currency of Acme from EUR to USD',
      'Ann hat bei Acme die Währung von EUR in USD geändert',
      { resource: 'billing', fields: { currency: 'USD' }, was: { currency: 'EUR' } },
    ],
    [
      'Ann changed the currency and the tax ID of Acme',
      'Ann hat bei Acme die Währung und die Steuernummer geändert',
      { resource: 'billing', fields: { currency: 'USD', taxId: '1' }, was: {} },
    ],
    [
      'Ann closed Acme to the levels above',
      'Ann hat Acme für die Ebenen darüber geschlossen',
      { resource: 'organisation', fields: { managementMode: 'self-managed' } },
    ],
    [
      'Ann opened Acme to the levels above',
      'Ann hat Acme für die Ebenen darüber geöffnet',
      { resource: 'organisation', fields: { managementMode: 'managed' } },
    ],
    [
      'Ann deleted the account of Ben at Acme',
      'Ann hat das Konto von Ben bei Acme gelöscht',
      { resource: 'account', op: 'delete', was: { displayName: 'Ben' } },
    ],
    [
      'Ann revoked the API token Export of Acme',
      'Ann hat das API-Token Export von Acme widerrufen',
      { resource: 'token', op: 'delete', was: { name: 'Export' } },
    ],
    [
      'Ann turned off the identity provider Entra of Acme',
      'Ann hat den Identitätsanbieter Entra von Acme ausgeschaltet',
      { resource: 'provider', fields: { enabled: false, label: 'Entra' } },
    ],
  ])('%s', (english, german, entry) => {
    expect(lineOf(toldOf(entry))).toBe(english);
    expect(speakingTo(inGerman, () => lineOf(toldOf(entry)))).toBe(german);
  });

  test('tells what changed without its names where the log does not hold them', () => {
    const deleted = toldOf({ resource: 'account', op: 'delete' });
    const renamed = toldOf({ resource: 'organisation', fields: { displayName: 'Acme Works' } });

    expect(lineOf(deleted)).toBe('Ann deleted an account of Acme');
    expect(lineOf(renamed)).toBe('Ann renamed an organisation to Acme Works');
  });
});
