const MOST_OF_A_NAME = 8;

/**
 * Every value that a `Cookie` header gives a name, in the browser's order, without repeats.
 *
 * One name can come several times: from a path of another program on the same host, or from one
 * that overwrote ours for a narrower path. Only the server knows which value is its own, so each
 * is tried, up to eight.
 */
export function cookiesNamed(header: string | undefined, name: string): string[] {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => decoded(pair.slice(name.length + 1)));
  return [...new Set(values)].slice(0, MOST_OF_A_NAME);
}

function decoded(value: string): string {
  const bare = /^"(.*)"$/.exec(value)?.[1] ?? value;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
