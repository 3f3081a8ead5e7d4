import { answersNothing, answersValue, endpoint, takesBody } from '../core/endpoint.ts';
import type { Notices, ReadNotices } from './contract.ts';

export const listNotices = endpoint('GET /notices', answersValue<typeof Notices>());

export const readNotices = endpoint(
  'POST /notices/read',
  answersNothing(),
  takesBody<typeof ReadNotices>(),
);

export const readNotice = endpoint('POST /notices/:id/read', answersNothing());
