import { routeTable } from '../../client/app/route-table.ts';

type Branch = Record<string, unknown>;

/** Each address of the router with the components that are drawn there, the outermost first. */
export function pageSources(): Map<string, string[]> {
  const steps = { mfa: {}, 'change-password': {}, 'enrol-mfa': {} };
  const table = routeTable({ page: (importing) => importing(), enter: {}, signIn: {}, steps });
  return new Map(flatten(table, '', []));
}

function flatten(branch: Branch, at: string, around: string[]): [string, string[]][] {
  const layout = branch['layout'] === undefined ? [] : [sourceOf(branch['layout'])];
  const outer = [...around, ...layout];
  return Object.entries(branch).flatMap(([part, value]) => {
    if (part === 'layout' || part === 'hooks') return [];
    const address = part === '/' ? at : at + part;
    if (typeof value !== 'function') return flatten(value as Branch, address, outer);
    return [[address === '' ? '/' : address, [...outer, sourceOf(value)]]];
  });
}

/** The component that a route imports, below `client/`. */
function sourceOf(route: unknown): string {
  return /import\w*\("\/client\/([^"]+)"\)/.exec(String(route))?.[1] ?? '';
}
