import type { Log } from '../log.ts';
import type { Transaction } from './transaction.ts';

/**
 * The effects run that a committed transaction left, in order: one that fails stops none of the
 * others.
 */
export async function runEffects(effects: Transaction['effects'], log: Log): Promise<void> {
  for (const effect of effects) {
    try {
      await effect();
    } catch (error) {
      log.error({ err: error }, 'an effect after the commit failed');
    }
  }
}
