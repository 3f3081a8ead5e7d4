import { type Counts, countPlaywright, countVitest } from './counts.ts';

export interface Step {
  name: string;
  command: (report: string) => string[];
  environment?: (report: string) => NodeJS.ProcessEnv;
  /** How many processor cores it keeps busy. */
  cores: 1 | 2;
  /** It is stopped, and has failed, after as many minutes. */
  minutes: number;
  /** The step whose result it uses. */
  needs?: string;
  /** Reads the report of a test run; a step without one is a check. */
  count?: (report: string) => Counts;
}

/** The whole suite, in the order in which steps start. */
export const steps: Step[] = [
  check('lint', ['eslint', '.', '--max-warnings', '0']),
  check('build', ['vite', 'build', '--logLevel', 'warn']),
  check('types', ['oxlint']),
  check('components', ['node', 'test/support/check-components.ts']),
  check('format', ['prettier', '--check', '--log-level', 'warn', '.']),
  check('knip', ['knip', '--no-progress']),
  {
    name: 'vitest',
    command: (report) => [
      'vitest',
      'run',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    cores: 2,
    minutes: 40,
    count: countVitest,
  },
  {
    name: 'playwright',
    command: () => ['playwright', 'test', '--reporter=list,json'],
    // It colours its workers in any case, and Node warns when that contradicts NO_COLOR.
    environment: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report, NO_COLOR: undefined }),
    cores: 2,
    minutes: 40,
    needs: 'build',
    count: countPlaywright,
  },
];

function check(name: string, command: string[]): Step {
  return { name, command: () => command, cores: 1, minutes: 10 };
}
