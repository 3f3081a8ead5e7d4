import * as endpoints from '../../shared/notices/endpoints.ts';
import type { PlainRow } from '../security/matrix-row.ts';

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.listNotices, everybody: 200, signedOut: 401 },
  { endpoint: endpoints.readNotices, everybody: 204, signedOut: 401, body: { upTo: 0 } },
  { endpoint: endpoints.findNoticePreferences, everybody: 200, signedOut: 401 },
  {
    endpoint: endpoints.chooseNoticeMail,
    everybody: 404,
    signedOut: 401,
    body: { mail: 'daily' },
  },
  { endpoint: endpoints.readNotice, everybody: 404, signedOut: 401 },
];
