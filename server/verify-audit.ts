import { findAuditKey } from './audit/audit-key.ts';
import { verifyChain } from './audit/verify-chain.ts';
import { openDatabase } from './core/db/open-database.ts';
import { entities } from './features.ts';
import { readProcessConfig } from './run-server.ts';

const { config } = readProcessConfig();
const key = findAuditKey(config);
const database = await openDatabase(config, { entities, subscribers: [] });
const verdict = await verifyChain(database.em.fork(), key);
await database.close(true);

const { records, letGoUpTo, erased, checkpoints, unsigned, broken } = verdict;
const checked = [
  `Checked ${records} records and ${checkpoints} checkpoints`,
  key ? ` signed with the key ${key.fingerprint}` : '',
  letGoUpTo > 0 ? `. Records up to ${letGoUpTo} were let go after their retention` : '',
  `. Personal values were erased from ${erased} records.`,
  ` ${unsigned} records are newer than the last checkpoint.`,
].join('');
process.stdout.write(`${checked}\n${broken ?? 'The audit is whole.'}\n`);
process.exitCode = broken === null ? 0 : 1;
