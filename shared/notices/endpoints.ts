import { answersNothing, answersValue, endpoint, takesBody } from '../core/endpoint.ts';
import type { ChooseNoticeMail, NoticePreferences, Notices, ReadNotices } from './contract.ts';

export const listNotices = endpoint('GET /notices', answersValue<typeof Notices>());

export const readNotices = endpoint(
  'POST /notices/read',
  answersNothing(),
  takesBody<typeof ReadNotices>(),
);

export const readNotice = endpoint('POST /notices/:id/read', answersNothing());

export const findNoticePreferences = endpoint(
  'GET /notices/preferences',
  answersValue<typeof NoticePreferences>(),
);

/** The `id` is the kind of notices. */
export const chooseNoticeMail = endpoint(
  'PUT /notices/preferences/:id',
  answersValue<typeof NoticePreferences>(),
  takesBody<typeof ChooseNoticeMail>(),
);
