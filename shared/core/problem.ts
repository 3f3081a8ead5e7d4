import { z } from 'zod';

/** The six checks of an access decision, in the order in which they are shown. */
export const CheckName = z.enum([
  'role',
  'relationship',
  'parent',
  'self-provisioning',
  'barrier',
  'state',
]);
export type CheckName = z.infer<typeof CheckName>;

/** What a message is, and its parameters, for whoever puts it in another language. */
export const said = {
  code: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
};

const BareCheck = z.object({ name: CheckName, ok: z.boolean(), detail: z.string() });
const BareFieldError = z.object({ path: z.string(), message: z.string() });

/** One check of an access decision: what it looked at, in a sentence, and whether it holds. */
export const NamedCheck = BareCheck.extend(said);
export type NamedCheck = z.infer<typeof NamedCheck>;

/** A field that was refused; `path` is dotted. */
export const FieldError = BareFieldError.extend(said);
export type FieldError = z.infer<typeof FieldError>;

/** A field that two people changed: `theirs` is stored, `yours` was not. */
export const FieldConflict = z.object({
  field: z.string(),
  yours: z.unknown(),
  theirs: z.unknown(),
  changedBy: z.object({ id: z.string(), displayName: z.string() }),
  changedAt: z.iso.datetime(),
});
export type FieldConflict = z.infer<typeof FieldConflict>;

/** A problem as every client of the socket understands it; the rest is there for those that can. */
export const BareProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(BareFieldError).optional(),
  checks: z.array(BareCheck).optional(),
  conflicts: z.array(FieldConflict).optional(),
  /** The step of signing in that is still open. */
  next: z.string().optional(),
});

/** RFC 9457 problem details, as every error is answered. */
export const Problem = BareProblem.extend({
  errors: z.array(FieldError).optional(),
  checks: z.array(NamedCheck).optional(),
  /** The message that `detail` is the English of, where it is not the title of the code. */
  reason: z.string().optional(),
  params: said.params,
});
export type Problem = z.infer<typeof Problem>;
