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
export function effectiveMfa<Link extends Level>(
  chain: readonly Link[],
): { rule: MfaRule; from: Link | undefined } {
  const rule = strictestMfa(chain.map(({ mfa }) => mfa ?? 'nobody'));
  return { rule, from: rule === 'nobody' ? undefined : chain.find(({ mfa }) => mfa === rule) };
}

export function isStricter(rule: MfaRule, other: MfaRule): boolean {
  return mfaRules.indexOf(rule) > mfaRules.indexOf(other);
}

/** Whether the rule asks a second factor of an account of this type. */
export function asksMfaOf(rule: MfaRule, type: 'administrator' | 'user'): boolean {
  return rule === 'everybody' || (rule === 'administrators' && type === 'administrator');
}
