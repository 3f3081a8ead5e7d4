import type { Feature } from '../core/feature.ts';
import { Account } from './account.entity.ts';
import { accountPublication } from './publications.ts';

/** People and programs, each at home in one organisation. */
export const people: Feature = {
  name: 'people',
  entities: [Account],
  publications: [accountPublication],
  reactions: [],
};
