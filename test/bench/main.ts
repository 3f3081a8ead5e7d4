import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { access } from './access.ts';
import { commit } from './commit.ts';
import { list } from './list.ts';
import { live } from './live.ts';
import { start } from './start.ts';
import { type Benchmark, drawTable, type Result, toJson } from './support/report.ts';

/**
 * The benchmarks: `npm run bench` runs all, `npm run bench -- live` one of them; `--json` prints
 * one object. They measure, and never fail for being slow: what a goal is missed by is shown.
 */
const benchmarks: Record<string, Benchmark> = { live, commit, list, access, start };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(
    `No benchmark ${unknown.join(', ')}: there are ${Object.keys(benchmarks).join(', ')}.`,
  );
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
  const result = { name, about, figures: await run() };
  results.push(result);
  if (!values.json) console.log(drawTable(result));
}
if (values.json) console.log(toJson(results, load));
