alter table "changes" add column "former" jsonb null;
