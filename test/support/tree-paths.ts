import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';

/** Where paths of the tree are what a file is about. */
const homes = [
  'shared/organisations/path.ts',
  'server/organisations/within.ts',
  'test/organisations/path.test.ts',
  'test/boundaries.test.ts', // examples
];

/** Files that take other things apart at a slash: addresses of pages, links, networks. */
const otherSlashes = [
  'shared/core/pages.ts',
  'client/app/pages/OrganisationDetail.svelte',
  'server/core/http/client-address.ts',
  'test/accounts/invitation-link.test.ts',
  'test/security/user-account.test.ts',
];

/** How paths are taken apart, put together and compared by hand. */
const byHand = [
  /\.(split|indexOf|lastIndexOf)\('\/'\)/,
  /\.startsWith\(`\$\{[^}]+\}\/`\)/,
  /`\$\{[\w.]*[pP]ath\}\/%?`/,
  /`\$\{[\w.]*[pP]ath\}0`/,
  /`\$\{[\w.]*[pP]ath\}\/\$\{[\w.]*[iI]d\}`/,
  /\b\w+Path\.includes\(/,
];

/** What a file does by hand with paths of the tree, as it is written there. */
export function pathsByHand(file: string, text: string): string[] {
  if (homes.includes(file)) return [];
  const asked = otherSlashes.includes(file) ? byHand.slice(1) : byHand;
  return asked.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}

/** The same of every source below the given folders, each with its file. */
export async function scanPathsByHand(repository: string, folders: string[]): Promise<string[]> {
  const patterns = folders.map((folder) => `${folder}/**/*.{ts,svelte}`);
  const found: string[] = [];
  for await (const file of glob(patterns, { cwd: repository })) {
    const text = readFileSync(`${repository}/${file}`, 'utf8');
    found.push(...pathsByHand(file, text).map((written) => `${file}: ${written}`));
  }
  return found;
}
