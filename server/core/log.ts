import { pino, type Logger } from 'pino';
import type { Config } from './env.ts';

export type Log = Logger;

/** The process's log: JSON lines on standard error; secrets are cut out by name. */
export function createLog(level: Config['logLevel']): Log {
  const output = pino.destination({ dest: 2, sync: true });
  // A log that cannot be written (a full disk, a closed pipe) is no reason to end the process.
  output.on('error', () => undefined);
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ['*.password', '*.token', '*.current', '*.next', '*.cookie', '*.authorization'],
        censor: '[secret]',
      },
    },
    output,
  );
}
