import { record } from '../core/record.ts';
import type { Document } from './contract.ts';
import { listDocuments } from './endpoints.ts';

/** What is only for those inside travels in a part of the topic that nobody above follows [W2]. */
export const documentRecord = record<Document>()({
  name: 'document',
  topic: 'documents',
  topicOf: ({ visibility }) => (visibility === 'inside' ? 'ownDocuments' : 'documents'),
  list: listDocuments,
  nameOf: ({ name }) => name,
  toldOf: 'document.',
});
