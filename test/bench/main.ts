import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { access } from './access.ts';
import { board } from './board.ts';
import { commit } from './commit.ts';
import { home, search } from './daily.ts';
import { fanOut } from './fan-out.ts';
import { growth } from './growth.ts';
import { list } from './list.ts';
import { live } from './live.ts';
import { page } from './page.ts';
import { resume } from './resume.ts';
import { soak } from './soak.ts';
import { start } from './start.ts';
import { type Benchmark, drawTable, type Result, toJson } from './support/report.ts';

/**
 * The benchmarks: `npm run bench` runs all, `npm run bench -- live` one of them; `--json` prints
 * one object. They measure, and never fail for being slow: what a goal is missed by is shown.
 */
const benchmarks: Record<string, Benchmark> = {
  live,
  'fan-out': fanOut,
  growth,
  resume,
  soak,
  page,
  board,
  commit,
  list,
  home,
  search,
  access,
  start,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, minutes: { type: 'string', default: '2' } },
});
const unknown = positionals.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(
    `No benchmark ${unknown.join(', ')}: there are ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(2);
}

const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error(`${values.minutes} minutes are no time to measure in.`);
  process.exit(2);
}

const [load = 0] = loadavg();
if (load > 1) {
  console.error(
    `Something else keeps this machine busy (load ${load.toFixed(1)} on ${cpus().length} cores).`,
  );
}

const results: Result[] = [];
for (const [name, { about, run }] of Object.entries(benchmarks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const result = { name, about, figures: await run({ minutes }) };
  results.push(result);
  if (!values.json) console.log(drawTable(result));
}
if (values.json) console.log(toJson(results, load));
