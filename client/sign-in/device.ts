import { words } from './words.ts';
/** A device as a person would call it. */
export interface Device {
  /** *Firefox on Windows* */
  name: string;
  isHandheld: boolean;
}

/** The first that fits says it: many browsers also call themselves what they descend from. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//u, 'Edge'],
  [/\bOPR\//u, 'Opera'],
  [/\bVivaldi\//u, 'Vivaldi'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(Headless)?(Chrome|CriOS|Chromium)\//u, 'Chrome'],
  [/\bVersion\/.*\bSafari\//u, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bAndroid\b/u, 'Android'],
  [/\bWindows\b/u, 'Windows'],
  [/\bCrOS\b/u, 'ChromeOS'],
  [/\b(Macintosh|Mac OS X)\b/u, 'macOS'],
  [/\bLinux\b/u, 'Linux'],
];

/** The facts that a browser says of itself. */
export function describeDevice(userAgent: string): Device {
  const browser =
    found(browsers, userAgent) ?? /^[^\s/]+/u.exec(userAgent)?.[0] ?? words.unknownDevice;
  const system = found(systems, userAgent);
  return {
    name: system === undefined ? browser : words.browserOn({ browser, system }),
    isHandheld: /\b(Mobile|iPhone|iPad|Android)\b/u.test(userAgent),
  };
}

function found(names: readonly [RegExp, string][], userAgent: string): string | undefined {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1];
}
