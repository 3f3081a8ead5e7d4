import { isolated } from '../../shared/core/isolated.ts';
import type { Activity } from '../../shared/live/contract.ts';
import { type Sentences, type Tell, textOf, type Told } from '../core/activity.ts';

/** How changes of accounts read in the feed. */
export const accountSentences = { account: aboutAccount } satisfies Sentences;

function aboutAccount({ op, fields, action }: Activity, tell: Tell): Told | undefined {
  const name = textOf(fields['displayName']) ?? 'somebody';
  if (action === 'account.addMachine') {
    return tell(`added the machine account ${isolated(name)} to`);
  }
  if (op === 'create') return tell(`invited ${isolated(name)} to`);
  if (op === 'delete') return tell('deleted an account of');
  if (action === 'account.lock') return tell('locked, after failed sign-ins, an account of');
  if (action === 'account.unlock') return tell('unlocked an account of');
  if (action === 'invitation.accept') return tell('accepted the invitation to');
  if (fields['status'] === 'disabled') return tell('disabled an account of');
  if (fields['status'] === 'active') return tell('enabled an account of');
  return 'displayName' in fields ? tell(`renamed an account to ${isolated(name)} in`) : undefined;
}
