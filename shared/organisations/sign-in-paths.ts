import { type Effective, effective, narrowest, strictest } from './effective.ts';

/** The path of those who show something of Canopy's own: a password, or a passkey. */
export const PASSWORD_PATH = 'password';

/**
 * What a level says of the paths by which its people sign in: their ids, or `null` where it leaves
 * them as they are above. Besides `password` each federated provider is one, by its id.
 */
export type SignInPaths = readonly string[] | null;

/** A level of the way down, as far as the rule goes; those without settings narrow nothing. */
interface Level {
  signInPaths?: SignInPaths | undefined;
}

/** Whether every level of a chain lets the path through: what is shut above stays shut below. */
export function isPathAllowed(chain: readonly Level[], path: string): boolean {
  return pathShutBy(chain, path) === undefined;
}

/** The highest level of a chain that shuts the path; `undefined` where it is open. */
export function pathShutBy<Link extends Level>(
  chain: readonly Link[],
  path: string,
): Link | undefined {
  return chain.find((link) => allowsPath(link, path) === false);
}

/** Whether one path holds at the end of a chain, and the highest level that shuts it if one does. */
export function effectivePath<Link extends Level>(
  chain: readonly Link[],
  path: string,
): Effective<Link, boolean> {
  return effective(
    chain.map((link) => ({ link, says: allowsPath(link, path) })),
    strictest<boolean>([true, false]),
  );
}

/** All paths that hold at the end of a chain; `null` where no level narrows them. */
export function effectiveSignInPaths<Link extends Level>(
  chain: readonly Link[],
): Effective<Link, SignInPaths> {
  return effective(
    chain.map((link) => ({ link, says: link.signInPaths ?? undefined })),
    narrowest,
  );
}

function allowsPath({ signInPaths }: Level, path: string): boolean | undefined {
  return signInPaths?.includes(path);
}
