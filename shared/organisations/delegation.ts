import type { SelfProvisioning, SelfProvisioningKey } from './contract.ts';
import { type Effective, effective, type Rule } from './effective.ts';

/** A level of the way down, as far as delegating goes. */
interface Level {
  selfProvisioning: SelfProvisioning;
}

/** The platform's own choice where it made none (domain: allow, but for these two). */
const deniedByDefault: readonly SelfProvisioningKey[] = [
  'partner.createSubPartner',
  'tenant.createSubscription',
];

/**
 * Whether a delegated action is allowed below a chain of levels, root first: only where none of
 * them denies it. The topmost denial decides; else the nearest level that allows it.
 */
export function effectiveDelegation<Link extends Level>(
  key: SelfProvisioningKey,
  chain: readonly Link[],
): Effective<Link, 'allow' | 'deny'> {
  const said = chain.map((link) => {
    const choice = link.selfProvisioning[key];
    return { link, says: choice === 'inherit' ? undefined : choice };
  });
  return effective(said, deniedFirst(deniedByDefault.includes(key)));
}

/** Where it is denied by default, only the platform opens it: what others allow does not reach up. */
function deniedFirst(isDeniedByDefault: boolean): Rule<'allow' | 'deny'> {
  return (chain) => {
    const [top] = chain;
    const denial = chain.find(({ says }) => says === 'deny');
    if (denial) return { value: 'deny', from: denial.link };
    if (isDeniedByDefault && top?.says !== 'allow') return { value: 'deny', from: top?.link };
    const allowance = chain.findLast(({ says }) => says === 'allow') ?? top;
    return { value: 'allow', from: allowance?.link };
  };
}
