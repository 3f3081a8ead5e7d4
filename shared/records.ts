import type { Topic } from './access/actions.ts';
import { accessRequestRecord } from './access-requests/records.ts';
import { grantRecord } from './access/records.ts';
import { accountRecord } from './accounts/records.ts';
import type { RecordType } from './core/record.ts';
import { documentRecord } from './documents/records.ts';
import { providerRecord } from './federation/records.ts';
import { noteRecord, onboardingRecord, outlineRecord, stepRecord } from './onboarding/records.ts';
import { templateRecord } from './onboarding/templates/records.ts';
import { billingRecord, organisationRecord, settingsRecord } from './organisations/records.ts';
import { tokenRecord } from './tokens/records.ts';

/** Every type of record that travels; the one place that a new one is added to. */
export const records = [
  organisationRecord,
  billingRecord,
  settingsRecord,
  accountRecord,
  grantRecord,
  providerRecord,
  tokenRecord,
  accessRequestRecord,
  documentRecord,
  onboardingRecord,
  stepRecord,
  outlineRecord,
  templateRecord,
  noteRecord,
] as const satisfies readonly { topic: Topic }[];

type Types = (typeof records)[number];
type ViewOf<Type> = Type extends RecordType<infer View> ? View : never;

/** The records that travel, by name. */
export type Records = { [Type in Types as Type['name']]: ViewOf<Type> };
export type Resource = keyof Records;

/** Those that are read and written one by one. */
export type Single = Extract<Types, { find: object }>['name'];

/** Those that stand in lists. */
export type Listed = Extract<Types, { list: object }>['name'];

type Names<All extends readonly { name: string }[]> = {
  -readonly [Index in keyof All]: All[Index]['name'];
};

/** Their names, in the order of the list. */
export const resources = records.map(({ name }) => name) as Names<typeof records>;
