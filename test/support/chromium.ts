import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What a Chromium needs to run as any user, in a container, without talking to the outside. */
const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const cache = resolve(import.meta.dirname, '../../node_modules/.cache/chromium');

/** Without a single font Chromium ends itself, and the package's own list knows other folders. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(cache, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(cache, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** How Playwright starts a browser. */
interface Launch {
  executablePath: string;
  args: string[];
  env?: Record<string, string>;
}

/**
 * Finds the Chromium that journeys and benchmarks run in: the one that `CANOPY_CHROMIUM` names,
 * else an installed one, else the one that came with `npm ci`, with the libraries it needs.
 * `CANOPY_CHROMIUM=npm` asks for the last even where one is installed.
 */
export function chromiumLaunch(): Launch {
  const named = process.env.CANOPY_CHROMIUM;
  const path = named === 'npm' ? undefined : (named ?? installed.find((file) => existsSync(file)));
  return path === undefined ? packagedChromium() : { executablePath: path, args: switches };
}

function packagedChromium(): Launch {
  if (!existsSync(cache)) unpack();
  return {
    executablePath: join(cache, 'chromium'),
    args: switches,
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(cache, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(cache, 'fonts.conf'),
    },
  };
}

/** Processes may unpack at the same time: each does so beside the cache, and the first one's stays. */
function unpack(): void {
  mkdirSync(resolve(cache, '..'), { recursive: true });
  const own = mkdtempSync(`${cache}-`);
  execFileSync(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], {
    // The package brings NSS and Expat for a platform that it recognises by this variable.
    env: { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  writeFileSync(join(own, 'fonts.conf'), fontConfiguration);
  try {
    renameSync(own, cache);
  } catch {
    rmSync(own, { recursive: true, force: true });
  }
}
