import { record } from '../core/record.ts';
import type { Token } from './contract.ts';

export const tokenRecord = record<Token>()({
  name: 'token',
  topic: 'access',
  list: '/organisations/:owner/tokens',
  organisationOf: ({ organisation }) => organisation.id,
  nameOf: ({ name }) => name,
  derived: null,
});
