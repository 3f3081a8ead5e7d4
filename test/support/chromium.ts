/** The browser of the system's packages: journeys and benchmarks never download one. */
export const chromiumPath = process.env.CANOPY_CHROMIUM ?? '/usr/bin/chromium';

/** What a Chromium needs to run as any user, in a container, without talking to the outside. */
export const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
