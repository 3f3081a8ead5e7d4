import { ApiError, Unreachable } from './api.ts';

/** What to tell a person of something that did not work. */
export interface Told {
  title: string;
  detail: string;
}

/** Where the server's own words leave open what to do next, ours say it. */
const advice: Record<string, string> = {
  'request.headers-too-large': 'Delete the cookies of this address in the browser, then reload.',
  'request.too-many': 'Wait a little, then try again.',
  'server.full': 'Nothing was changed. Whoever runs this server has to make room on its disk.',
  'server.unavailable': 'Nothing is lost. Try again in a moment.',
  'server.fault': 'Nothing was changed. Try again; if it stays, tell whoever runs this server.',
  'not-found': 'It may have been deleted, or your roles do not reach it.',
};

/** Says what happened, what was kept and what to do, for anything that was thrown. */
export function told(error: unknown): Told {
  if (error instanceof Unreachable) {
    return {
      title: 'Canopy could not be reached',
      detail: 'What you typed is kept. Check the connection, then try again.',
    };
  }
  if (error instanceof ApiError) {
    const { title, detail, code } = error.problem;
    return { title, detail: advice[code] ?? (detail === title ? '' : detail) };
  }
  return { title: 'Something went wrong in this page', detail: 'Reload it, then try again.' };
}

/** The same in one sentence or two, for a place with one line. */
export function toldBriefly(error: unknown): string {
  if (error instanceof ApiError && error.code !== 'not-found') {
    const [first] = error.fields;
    return first?.message ?? advice[error.code] ?? error.problem.detail;
  }
  const { title, detail } = told(error);
  return `${title}. ${detail}`;
}

/** Whether the thing is not there for this person: gone, never there, or out of sight. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 403);
}
