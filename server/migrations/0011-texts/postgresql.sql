-- '' is filled in by the server when it opens the database: what names are found and ordered by
-- is worked out by the same functions as for every name that comes later
alter table "organisations" add column "search_text" text collate "C" not null default '';
alter table "organisations" alter column "sort_name" type text collate "C";
update "organisations" set "sort_name" = '';

alter table "accounts" add column "search_text" text collate "C" not null default '';
alter table "accounts" add column "email_key" varchar(255) null;
alter table "accounts" alter column "sort_name" type text collate "C";
update "accounts" set "sort_name" = '', "email_key" = "email";
alter table "accounts" drop constraint "accounts_email_unique";
alter table "accounts" add constraint "accounts_email_key_unique" unique ("email_key");

alter table "deleted_organisations" rename column "sort_name" to "search_text";
alter table "deleted_organisations" alter column "search_text" type text collate "C";
update "deleted_organisations" set "search_text" = '';

-- as shared/core/folded.ts reads a text, near enough to choose rows that are looked at once more
create function "canopy_folded"(given text) returns text language sql immutable parallel safe as $$ select normalize(regexp_replace(replace(replace(replace(replace(replace(replace(replace(replace(translate(lower(normalize(given, nfkd)), 'øØłŁđĐðÐıħĦŧŦ’‘ʼ“”„–—‐‑−', 'oollddddihhtt''''''"""-----'), 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th'), '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u0655\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]', '', 'g'), nfc) $$;
