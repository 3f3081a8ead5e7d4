import {
  ChooseNoticeMail,
  NoticePreferences,
  Notices,
  ReadNotices,
} from '../../shared/notices/contract.ts';
import * as endpoints from '../../shared/notices/endpoints.ts';
import { serve } from '../core/http/serve.ts';
import type { NoticeKind } from '../core/notices.ts';
import { listNotices } from './list-notices.ts';
import { chooseNoticeMail, findNoticePreferences } from './preferences.ts';
import { readNotice, readNotices } from './read-notices.ts';

/** What people are told of. */
export function noticeRoutes(kinds: readonly NoticeKind[]) {
  return serve('notices', endpoints, (on) => {
    on(
      endpoints.listNotices,
      { summary: 'List what the caller was told of, the latest first', answer: Notices },
      ({ work }) => listNotices(work, kinds),
    );
    on(
      endpoints.readNotices,
      { summary: 'Take notices as read, up to one', body: ReadNotices },
      ({ work, body }) => readNotices(work, body),
    );
    on(
      endpoints.findNoticePreferences,
      { summary: 'Read how notices reach the caller by mail', answer: NoticePreferences },
      ({ work }) => findNoticePreferences(work, kinds),
    );
    on(
      endpoints.chooseNoticeMail,
      {
        summary: 'Choose how a kind of notices reaches the caller by mail',
        body: ChooseNoticeMail,
        answer: NoticePreferences,
      },
      ({ work, id, body }) => chooseNoticeMail(work, kinds, id, body.mail),
    );
    on(endpoints.readNotice, { summary: 'Take a notice as read' }, ({ work, id }) =>
      readNotice(work, id),
    );
  });
}
