export const en = {
  records: { document: 'Document' },
  deeds: {
    'document.upload': 'Uploaded a document',
    'document.remove': 'Removed a document',
    'document.restore': 'Restored a document',
    'document.purge': 'Deleted removed documents',
  },
};
