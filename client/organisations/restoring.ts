import { isolated } from '../../shared/core/isolated.ts';
import type {
  DeletedOrganisation,
  RestoredOrganisation,
} from '../../shared/organisations/contract.ts';
import { restoreOrganisation } from '../../shared/organisations/endpoints.ts';
import type { Api } from '../core/api.ts';
import { formatNames } from '../core/format.ts';
import { toldBriefly } from '../core/refusals.ts';
import type { Live } from '../live/live.svelte.ts';
import { toast } from '../ui/toast.ts';

/**
 * Brings a deleted organisation back and tells what became of it. It is asked for where the
 * organisation is not, in a list or a toast, so there is no other place to say it.
 */
export async function restoreDeleted(
  api: Api,
  live: Live,
  { id, displayName }: Pick<DeletedOrganisation, 'id' | 'displayName'>,
): Promise<void> {
  try {
    const { data, seq } = await api.call(restoreOrganisation, { id });
    live.store.takeRecord('organisation', data.organisation, seq);
    const detail = ['It is suspended until somebody activates it.', ...leftOutWords(data)].join(
      ' ',
    );
    void toast({ text: `${isolated(displayName)} is restored`, detail });
  } catch (failure) {
    const detail = toldBriefly(failure);
    void toast({ text: `${isolated(displayName)} was not restored`, detail, tone: 'danger' });
  }
}

function leftOutWords({ leftOut }: RestoredOrganisation): string[] {
  if (leftOut.length === 0) return [];
  const names = formatNames(leftOut.map(({ displayName }) => displayName));
  return [`Not restored, since their addresses belong to other accounts by now: ${names}.`];
}
