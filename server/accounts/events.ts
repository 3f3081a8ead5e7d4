import { event } from '../core/events.ts';

/** An account is being deleted; an heir, where there is one, takes over what programs rely on. */
export const accountDeleted = event<{ accountId: string; heirId: string | null }>(
  'account: deleted',
);
