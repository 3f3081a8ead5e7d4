import { z } from 'zod';
import { NamedCheck } from '../core/problem.ts';
import { OrganisationReference } from '../organisations/contract.ts';
import { Holders } from './contract.ts';

/** A setting as it holds somewhere: its value, and the level that decides it, if one does that the caller may see. */
const SettledValue = z.object({
  value: z.json(),
  from: OrganisationReference.nullable(),
});

/** What holds for an organisation now, and would hold where it is moved. */
export const SettingChange = z.object({
  /** `mfa`, `signInPaths`, `selfProvisioning.<key>`, `status`, `managementMode` or `lock`. */
  setting: z.string(),
  organisation: OrganisationReference,
  before: SettledValue,
  after: SettledValue,
});
export type SettingChange = z.infer<typeof SettingChange>;

/** What a move would do, without doing it. Where it is not allowed, it would change nothing. */
export const MovePreview = z.object({
  allowed: z.boolean(),
  /** Whether the new parent can take it, and from this person. */
  checks: z.array(NamedCheck),
  /** The way from the platform down to it, as it would be. */
  path: z.array(OrganisationReference),
  /** How many organisations move, itself counted. */
  organisations: z.number().int(),
  gains: Holders,
  loses: Holders,
  changes: z.array(SettingChange),
});
export type MovePreview = z.infer<typeof MovePreview>;
