import chromium from '@sparticuz/chromium';

/** Unpacks the packaged Chromium into the temporary directory of this process and prints its path. */
process.stdout.write(await chromium.executablePath());
