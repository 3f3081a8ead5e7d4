import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const repository = resolve(import.meta.dirname, '../..');

/** What a step of the suite came to; a check counts as one, a test run as its tests. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, by file and title, as far as its report names it. */
  failures: string[];
}

export const success: Counts = { passed: 1, failed: 0, skipped: 0, failures: [] };
export const failure: Counts = { passed: 0, failed: 1, skipped: 0, failures: [] };

export function sum(all: Counts[]): Counts {
  const add = (key: 'passed' | 'failed' | 'skipped') =>
    all.reduce((total, counts) => total + counts[key], 0);
  return {
    passed: add('passed'),
    failed: add('failed'),
    skipped: add('skipped'),
    failures: all.flatMap(({ failures }) => failures),
  };
}

export function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
}

/** A file that fails outside its tests (at import, in a hook) is one failure more. */
export function countVitest(file: string): Counts {
  const report = read<VitestReport>(file);
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...brokenFiles.map(({ name, message }) =>
        told(`${relative(repository, name)} outside its tests`, message),
      ),
      ...report.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) =>
            told(`${relative(repository, name)} › ${fullName}`, failureMessages?.[0]),
          ),
      ),
    ],
  };
}

interface PlaywrightSuite {
  title: string;
  specs: {
    title: string;
    ok: boolean;
    tests: { results: PlaywrightResult[] }[];
  }[];
  suites?: PlaywrightSuite[];
}

interface PlaywrightResult {
  error?: { message?: string };
  attachments?: { name: string; body?: string }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
}

export function countPlaywright(file: string): Counts {
  const { stats, suites } = read<PlaywrightReport>(file);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap((suite) => failuresOf(suite)),
  };
}

function failuresOf({ title, specs, suites = [] }: PlaywrightSuite): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title: spec, tests: [test] }) => {
      const [result] = test?.results ?? [];
      return [told(spec, result?.error?.message), ...pagesOf(result)].join('\n');
    });
  return [...own, ...suites.flatMap((suite) => failuresOf(suite))].map(
    (failed) => `${title} › ${failed}`,
  );
}

/** The pages of a journey when it failed, as it attached them. */
function pagesOf({ attachments = [] }: PlaywrightResult = {}): string[] {
  return attachments.flatMap(({ name, body = '' }) =>
    name === 'page' ? excerpt(Buffer.from(body, 'base64').toString(), 150) : [],
  );
}

/**
 * What a run tells of errors that belong to no test (an unhandled rejection, a worker that died):
 * the report does not hold them, only the printed output does.
 */
export function strayErrors(output: string): string {
  const [, found = ''] =
    / Unhandled Errors? ([\s\S]*)/.exec(stripVTControlCharacters(output)) ?? [];
  return excerpt(found, 60);
}

/** A failure with the beginning of its reason, so that the end of the output is enough to read. */
function told(failed: string, reason = ''): string {
  return reason ? `${failed}\n${excerpt(reason, 12)}` : failed;
}

function excerpt(text: string, lines: number): string {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, lines)
    .map((line) => `    ${line.trimEnd()}`)
    .join('\n');
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
