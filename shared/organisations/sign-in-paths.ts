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
  return chain.find(({ signInPaths }) => signInPaths?.includes(path) === false);
}

/** Which of the paths hold at the end of a chain, each with the level that shuts it if one does. */
export function effectivePaths<Link extends Level>(
  chain: readonly Link[],
  paths: readonly string[],
): { path: string; isAllowed: boolean; shutBy: Link | undefined }[] {
  return paths.map((path) => {
    const shutBy = pathShutBy(chain, path);
    return { path, isAllowed: shutBy === undefined, shutBy };
  });
}
