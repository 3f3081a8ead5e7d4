import type { PlainRow } from '../security/matrix-row.ts';

/** The documentation of the API, which the core serves without endpoints of its own. */
export const plainRows: readonly PlainRow[] = [
  { endpoint: { method: 'GET', path: '/openapi.json' }, everybody: 200 },
  { endpoint: { method: 'GET', path: '/docs' }, everybody: 200 },
  { endpoint: { method: 'GET', path: '/docs/start.js' }, everybody: 200 },
  { endpoint: { method: 'GET', path: '/docs/:file' }, everybody: 404 },
];
