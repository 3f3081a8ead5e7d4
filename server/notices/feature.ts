import { HOUR, MINUTE } from '../core/clock.ts';
import type { Feature } from '../core/feature.ts';
import type { NoticeKind } from '../core/notices.ts';
import { giveNotices } from './give-notices.ts';
import { mailNotices } from './mail-notices.ts';
import { Notice } from './notice.entity.ts';
import { NoticePreferences } from './notice-preferences.entity.ts';
import { noticeRoutes } from './routes.ts';
import { sweepNotices } from './sweep-notices.ts';

/** What people are told of: each feature brings its kinds, and stands before this one. */
export function noticesOf(lower: readonly Feature[]): Feature {
  const kinds: readonly NoticeKind[] = lower.flatMap(({ notices = [] }) => notices);
  return {
    name: 'notices',
    entities: [Notice, NoticePreferences],
    publications: [],
    reactions: [],
    settle: (tx, captured) => giveNotices(tx, captured, kinds),
    routes: () => noticeRoutes(kinds),
    closedToTokens: ['/notices', '/notices/*'], // a program is told of nothing
    sweeps: [
      { every: HOUR, run: ({ openOwnWork }) => sweepNotices(openOwnWork()) },
      { every: MINUTE, run: ({ openOwnWork }) => mailNotices(openOwnWork(), kinds) },
    ],
  };
}
