import { z } from 'zod';
import { Id, Message } from '../core/contract.ts';
import { OrganisationReference } from '../organisations/contract.ts';
import { mailChoices } from './mail-choices.ts';

/** Something that the reader was told of, as they may see it now. */
export const Notice = z.object({
  id: Id,
  kind: z.string(),
  organisation: OrganisationReference.nullable(),
  /** What happened, in English. */
  title: z.string(),
  message: Message,
  /** How often, while it was unread. */
  count: z.number().int(),
  /** Its place in the order in which the reader was told. */
  seq: z.number().int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  /** The page that it leads to. */
  href: z.string(),
});
export type Notice = z.infer<typeof Notice>;

/** The latest notices, and how many of them are unread. */
export const Notices = z.object({ items: z.array(Notice), unread: z.number().int() });
export type Notices = z.infer<typeof Notices>;

export const ReadNotices = z.strictObject({
  /** The `seq` of the latest that was shown. */
  upTo: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
});
export type ReadNotices = z.infer<typeof ReadNotices>;

/** How one kind of notices reaches the reader by mail; nobody chooses what is mailed at once. */
export const NoticePreference = z.object({
  kind: z.string(),
  mail: z.enum([...mailChoices, 'at-once']),
});
export type NoticePreference = z.infer<typeof NoticePreference>;

export const NoticePreferences = z.object({ items: z.array(NoticePreference) });
export type NoticePreferences = z.infer<typeof NoticePreferences>;

export const ChooseNoticeMail = z.strictObject({ mail: z.enum(mailChoices) });
export type ChooseNoticeMail = z.infer<typeof ChooseNoticeMail>;
