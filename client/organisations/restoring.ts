import type {
  DeletedOrganisation,
  RestoredOrganisation,
} from '../../shared/organisations/contract.ts';
import { restoreOrganisation } from '../../shared/organisations/endpoints.ts';
import type { Api } from '../core/api.ts';
import { toldBriefly } from '../core/refusals.ts';
import type { Live } from '../live/live.svelte.ts';
import { toast } from '../ui/toast.ts';
import { words } from './words.ts';

/**
 * A deleted organisation is brought back, and a toast tells what became of it. It is asked for
 * where the organisation is not, in a list or a toast, so there is no other place to say it.
 */
export async function restoreDeleted(
  api: Api,
  live: Live,
  { id, displayName }: Pick<DeletedOrganisation, 'id' | 'displayName'>,
): Promise<void> {
  try {
    const { data, seq } = await api.call(restoreOrganisation, { id });
    live.store.takeRecord('organisation', data.organisation, seq);
    void toast({ text: words.isRestored({ name: displayName }), detail: detailOf(data) });
  } catch (failure) {
    const detail = toldBriefly(failure);
    void toast({ text: words.notRestored({ name: displayName }), detail, tone: 'danger' });
  }
}

function detailOf({ leftOut }: RestoredOrganisation): string {
  return leftOut.length === 0
    ? words.restoredSuspended
    : words.restoredWithout({ names: leftOut.map(({ displayName }) => displayName) });
}
