import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { GrantFields } from '../../shared/access/contract.ts';
import { AccessRequest } from '../../shared/access-requests/contract.ts';
import { Account } from '../../shared/people/contract.ts';
import { Document } from '../../shared/documents/contract.ts';
import { Provider } from '../../shared/federation/contract.ts';
import { publications } from '../../server/features.ts';
import * as wire from '../../shared/live/contract.ts';
import {
  FollowedOutline,
  OnboardingFields,
  OnboardingStep,
} from '../../shared/onboarding/contract.ts';
import { NoteFields } from '../../shared/onboarding/notes-contract.ts';
import {
  Billing,
  OrganisationFields,
  OrganisationSettings,
} from '../../shared/organisations/contract.ts';
import { TokenFields } from '../../shared/tokens/contract.ts';
import { TemplateFields } from '../../shared/onboarding/templates/contract.ts';
import { createWorld } from '../support/world.ts';

/** The records of which changes bring single fields. */
const records: Record<wire.Resource, z.ZodType> = {
  organisation: OrganisationFields,
  billing: Billing,
  settings: OrganisationSettings,
  account: Account,
  grant: GrantFields,
  provider: Provider,
  token: TokenFields,
  accessRequest: AccessRequest,
  document: Document,
  onboarding: OnboardingFields,
  onboardingStep: OnboardingStep,
  onboardingState: FollowedOutline,
  onboardingTemplate: TemplateFields,
  onboardingNote: NoteFields,
};

/** The records in the order in which they came to travel, whatever feature they stand in by now. */
const inOrder = [
  ...['organisation', 'billing', 'settings', 'grant', 'accessRequest', 'account'],
  ...['session', 'invitation', 'identity', 'provider', 'token'],
  ...['onboarding', 'onboardingStep', 'onboardingState', 'onboardingTemplate', 'document'],
  'onboardingNote',
];

/**
 * The versions of what sockets carry. A client may be older than the server that it meets: when
 * the hash no longer fits, see that both still understand each other, and add a line here.
 */
const versions = [
  { version: 1, hash: '0847db219f53484d', because: 'the first' },
  {
    version: 2,
    hash: '29b328d40f83537d',
    because:
      'accounts tell of their factors, settings of who needs one, sessions of what they owe; sockets end as renewed or pending, which older clients take for a lost line and resume',
  },
  {
    version: 3,
    hash: 'f02968266a99359e',
    because:
      'providers, requests for access and API tokens travel, and roles may end; older clients keep what they do not know and show none of it',
  },
  {
    version: 4,
    hash: 'a1926145bae411f8',
    because:
      'machine accounts have no address, accounts tell of their lock, and sockets are told that the sessions of their person are others now (`sessions`, without a payload); older clients show no address and no lock, and look sessions up themselves',
  },
  {
    version: 5,
    hash: '61ca78b934e6939e',
    because:
      'the feed of activity tells what moved away, as `leave`, and is not searched; changes of settings carry the single delegations that changed, which older clients lay over what they have as well',
  },
  {
    version: 6,
    hash: 'c9b3da2953ce1aa3',
    because:
      'billing profiles hold phone numbers as they were typed, longer names, and addresses of any script, which older clients show as they are; cursors are longer and belong to one list',
  },
  {
    version: 7,
    hash: '4a5c2baa55731974',
    because:
      'sessions tell of levels above only their names, and beside them what is in force from above; older clients take such levels as saying nothing, and leave it to the server',
  },
  {
    version: 8,
    hash: '60b4f558ca09f3e7',
    because:
      'the feed of activity tells what a change replaced (`was`), which older clients leave out',
  },
  {
    version: 9,
    hash: 'eef4d3bcbce14e19',
    because:
      'the checks of a provider’s test carry the code and the parameters of what they say, which older clients leave out and show the English',
  },
  {
    version: 10,
    hash: '0b67f8bc3fea726f',
    because: 'accounts tell when they were last signed in to, which older clients leave out',
  },
  {
    version: 11,
    hash: '8d5adb9d23cf6d13',
    because:
      'onboardings and their steps travel, and whether one is done by itself for those above a barrier; older clients keep what they do not know and show none of it',
  },
  {
    version: 12,
    hash: 'fd72b93546499acd',
    because:
      'organisations tell who suspended or locked them, when and why, which older clients leave out',
  },
  {
    version: 13,
    hash: '5f6b066c472cd2c1',
    because:
      'templates of onboardings travel, and onboardings tell how the step is called that they are at, which older clients leave out',
  },
  {
    version: 14,
    hash: 'cbfc7c22e29538ac',
    because:
      'documents travel, those that are for fewer people under the topic of all; older clients keep what they do not know and show none of it',
  },
  {
    version: 15,
    hash: '98b4b06ad4b42984',
    because:
      'notes on onboardings travel without their text, those among an organisation’s own people under the topic of all; older clients keep what they do not know and show none of it',
  },
];

test('the protocol is that of its last version', () => {
  const schemas = Object.entries({ ...wire, ...records }).flatMap(([name, schema]) =>
    schema instanceof z.ZodType ? [[name, z.toJSONSchema(schema)] as const] : [],
  );

  const travelling = publications
    .map(({ resource, topic, fields }) => [resource, topic, Object.entries(fields).sort(byName)])
    .sort(([one], [other]) => inOrder.indexOf(String(one)) - inOrder.indexOf(String(other)));
  const text = JSON.stringify([schemas.sort(byName), travelling]);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);

  expect(schemas.length).toBeGreaterThan(wire.Resource.options.length + 10);
  expect(hash).toBe(versions.at(-1)?.hash);
});

test('every field that travels has a column of its own', async () => {
  await using world = await createWorld();

  for (const { entity, fields } of publications) {
    const { properties } = world.em.getMetadata().get(entity);
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.values(fields)));
  }
});

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
