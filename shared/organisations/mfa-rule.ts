import { type Effective, effective, strictest } from './effective.ts';

/** Of whom an organisation asks a second factor, the mildest first. */
export const mfaRules = ['nobody', 'administrators', 'everybody'] as const;
export type MfaRule = (typeof mfaRules)[number];

/** A level of the way down, as far as the rule goes; those without settings ask nothing. */
interface Level {
  mfa?: MfaRule | undefined;
}

/** The strictest of some rules: what is asked above can only be tightened below. */
export function strictestMfa(rules: Iterable<MfaRule>): MfaRule {
  let strictest: MfaRule = 'nobody';
  for (const rule of rules) if (isStricter(rule, strictest)) strictest = rule;
  return strictest;
}

/** What holds at the end of a chain, and the highest level that asks for it. */
export function effectiveMfa<Link extends Level>(chain: readonly Link[]): Effective<Link, MfaRule> {
  return effective(
    chain.map((link) => ({ link, says: link.mfa })),
    strictest(mfaRules),
  );
}

export function isStricter(rule: MfaRule, other: MfaRule): boolean {
  return mfaRules.indexOf(rule) > mfaRules.indexOf(other);
}

/** Whether the rule asks a second factor of an account of this type; a machine has none to show. */
export function asksMfaOf(rule: MfaRule, type: 'administrator' | 'user' | 'machine'): boolean {
  if (type === 'machine') return false;
  return rule === 'everybody' || (rule === 'administrators' && type === 'administrator');
}
