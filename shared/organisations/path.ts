/*
 * The path of an organisation: the ids from the platform down to it, joined by `/`. Scope is a
 * question to paths, so nothing else takes them apart or puts them together. What belongs to no
 * organisation has the path `''`, whose only id is nobody's.
 */

/** The ids of a path, the platform first. */
export function idsOf(path: string): string[] {
  return path.split('/');
}

/** All ids of several paths, each once. */
export function idsAlong(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap(idsOf))].filter((id) => id !== '');
}

/** The path that leads through these ids, the platform first. */
export function pathThrough(ids: readonly string[]): string {
  return ids.join('/');
}

/** The path of what stands directly below another. */
export function childPath(parent: string, id: string): string {
  return `${parent}/${id}`;
}

/** The path one level up; `''` for the platform's. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The id at the end: whose path it is. */
export function endOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The id at the beginning. */
export function platformOf(path: string): string {
  return idsOf(path)[0] ?? '';
}

/** Whether a path is the platform's own, so that everything is within it. */
export function isPlatform(path: string): boolean {
  return !path.includes('/');
}

/** Whether an organisation stands on a path, at its end included. */
export function leadsThrough(path: string, id: string): boolean {
  return `/${path}/`.includes(`/${id}/`);
}

/** Whether a path ends at or below another. */
export function isWithin(path: string, top: string): boolean {
  return path === top || isBelow(path, top);
}

/** Whether a path ends below another. */
export function isBelow(path: string, top: string): boolean {
  return path.startsWith(`${top}/`);
}

/** The path of something within a branch after the branch's own has become another. */
export function rebased(path: string, before: string, after: string): string {
  return after + path.slice(before.length);
}
