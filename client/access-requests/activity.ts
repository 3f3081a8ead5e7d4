import type { Activity } from '../../shared/live/contract.ts';
import { type Sentences, type Tell, textOf, type Told } from '../core/activity.ts';

/** How changes of access through barriers read in the feed. */
export const accessRequestSentences = { accessRequest: aboutRequest } satisfies Sentences;

function aboutRequest({ op, fields }: Activity, tell: Tell): Told | undefined {
  if (op === 'create') {
    return fields['kind'] === 'break-glass'
      ? tell('broke the glass at')
      : tell('asked for access to');
  }
  const deeds: Partial<Record<string, string>> = {
    approved: 'approved a request for access to',
    refused: 'refused a request for access to',
    withdrawn: 'took back a request for access to',
    lapsed: 'let a request lapse for access to',
    ended: 'ended the access of a guest to',
    expired: 'ended, its time being over, the access of a guest to',
  };
  const deed = deeds[textOf(fields['status']) ?? ''];
  return deed === undefined ? undefined : tell(deed);
}
