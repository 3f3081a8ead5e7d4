import { record } from '../core/record.ts';
import type { Provider } from './contract.ts';
import { listProviders } from './endpoints.ts';

/** Providers belong to the platform, of which there is one. */
export const providerRecord = record<Provider>()({
  name: 'provider',
  topic: 'settings',
  list: listProviders,
  nameOf: ({ label }) => label,
});
