import { pino, type Logger } from 'pino';
import type { Config } from './env.ts';

export type Log = Logger;

/** The process's log: JSON lines on standard error; secrets are cut out by name. */
export function createLog(level: Config['logLevel']): Log {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ['*.password', '*.token', '*.current', '*.next', '*.cookie', '*.authorization'],
        censor: '[secret]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
