import { event } from '../core/events.ts';

/** An account is being deleted; an heir, where there is one, takes over what programs rely on. */
export const accountDeleted = event<{ accountId: string; heirId: string | null }>(
  'account: deleted',
);

/** Sign-ins elsewhere are about to come back; answers which of their providers are connected. */
export const identitiesReturning = event<{ providerIds: readonly string[] }, ReadonlySet<string>>(
  'account: identities returning',
);
