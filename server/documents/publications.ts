import { Document as DocumentView } from '../../shared/documents/contract.ts';
import { documentRecord } from '../../shared/documents/records.ts';
import { publish } from '../core/changes/publication.ts';
import { Document } from './document.entity.ts';

export const documentPublication = publish(documentRecord, {
  entity: Document,
  fields: DocumentView,
  deeds: 'document.',
});
