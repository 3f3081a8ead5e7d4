import { defineEntity, p } from '@mikro-orm/core';

const DiscardedFileSchema = defineEntity({
  name: 'DiscardedFile',
  tableName: 'discarded_files',
  properties: {
    fileKey: p.string().primary(),
    organisationId: p.uuid().index(),
    until: p.datetime(3).index(),
  },
});

/** A file whose document is gone. It stays until no backup names it any more [W11]. */
export class DiscardedFile extends DiscardedFileSchema.class {}
DiscardedFileSchema.setClass(DiscardedFile);
