import {
  answersFile,
  answersMade,
  answersNothing,
  answersPage,
  answersRecord,
  answersValue,
  endpoint,
  takesBody,
  takesQuery,
} from '../core/endpoint.ts';
import type {
  ContentQuery,
  Document,
  DocumentVersion,
  Reserved,
  ReserveUpload,
  Upload,
} from './contract.ts';

export const listDocuments = endpoint(
  'GET /organisations/:id/documents',
  answersPage<typeof Document>(),
);

export const reserveUpload = endpoint(
  'POST /organisations/:id/documents',
  answersMade<typeof Reserved>(),
  takesBody<typeof ReserveUpload>(),
);

export const findDocument = endpoint('GET /documents/:id', answersRecord<typeof Document>());

export const listVersions = endpoint(
  'GET /documents/:id/versions',
  answersPage<typeof DocumentVersion>(),
);

export const readContent = endpoint(
  'GET /documents/:id/content',
  answersFile(),
  takesQuery<typeof ContentQuery>(),
);

export const removeDocument = endpoint('DELETE /documents/:id', answersNothing());

export const restoreDocument = endpoint(
  'POST /documents/:id/restore',
  answersRecord<typeof Document>(),
);

export const findUpload = endpoint('GET /uploads/:id', answersValue<typeof Upload>());

export const cancelUpload = endpoint('DELETE /uploads/:id', answersNothing());
