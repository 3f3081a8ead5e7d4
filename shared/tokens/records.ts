import { record } from '../core/record.ts';
import type { Token } from './contract.ts';
import { listTokensAt } from './endpoints.ts';

export const tokenRecord = record<Token>()({
  name: 'token',
  topic: 'access',
  list: listTokensAt,
  organisationOf: ({ organisation }) => organisation.id,
  nameOf: ({ name }) => name,
  derived: null,
});
