import { defineEntity, p } from '@mikro-orm/core';

const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'notes',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    text: p.string(),
    /** The text as it is searched: folded. */
    searchText: p.string(),
    isPinned: p.boolean(),
    version: p.integer().version(),
  },
});

export class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);

/** What a migration of the feature would hold. */
export const table = `create table notes (
  id text primary key, organisation_id text not null, text text not null, search_text text not null,
  is_pinned boolean not null, version integer not null default 1
)`;
