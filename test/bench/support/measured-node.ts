import { createLog } from '../../../server/core/log.ts';
import { readConfig } from '../../../server/core/env.ts';
import { ChangeRow } from '../../../server/core/changes/change.entity.ts';
import { Organisation } from '../../../server/organisations/organisation.entity.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { editRow } from './change-rows.ts';
import { type Flow, type HeldWhile, keepFlowing } from './flow.ts';
import { markOf } from './load-protocol.ts';
import { measureMemory, type Memory } from './memory.ts';
import { keep, now, type Schedule } from './schedule.ts';

/**
 * A node of the product in a process of its own that tells what it uses, and that can be given
 * commits from inside, so that a benchmark of their delivery does not measure their writing.
 */
export type NodeOrder =
  /** Hands commits of one change each to the dispatcher, and sends each at once, in its own frame. */
  | { type: 'deliver'; organisationId: string; schedule: Schedule }
  /** Writes commits of one change each into the log, all of them at once, and wakes the feed. */
  | { type: 'commit'; organisationId: string; count: number }
  /** Hands commits to the dispatcher for some time, which sends them as it does. */
  | { type: 'flow'; organisationId: string; flow: Flow }
  | { type: 'usage' }
  | { type: 'memory' };

export interface NodeAnswer {
  /** When what was ordered began to be delivered. */
  begunAt: number;
  /** The time of the processor and the statements that were used since the start. */
  cpuMs: number;
  statements: number;
  memory: Memory | null;
  held: HeldWhile | null;
}

type Done = Pick<NodeAnswer, 'begunAt' | 'held'>;

const [dataDir = ''] = process.argv.slice(2);
const config = { ...readConfig({}), dataDir, port: 0 };
const server = await startServer({ config, log: createLog('error') });
let statements = 0;
server.context.database.config.getLogger().logQuery = () => {
  statements += 1;
};

process.on('message', (order: NodeOrder) => {
  void obey(server, order).then((done) => {
    const { user, system } = process.cpuUsage();
    const memory = order.type === 'memory' ? measureMemory() : null;
    const cpuMs = (user + system) / 1_000;
    process.send?.({ ...done, cpuMs, statements, memory } satisfies NodeAnswer);
  });
});
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());
process.send?.(server.url);

async function obey({ context, dispatcher }: RunningServer, order: NodeOrder): Promise<Done> {
  if (order.type === 'usage' || order.type === 'memory') return { begunAt: now(), held: null };
  const em = context.database.em.fork();
  const organisation = await em.findOneOrFail(Organisation, { id: order.organisationId });
  const rowOf = (index: number) => editRow(organisation, markOf(index), new Date());
  const readRow = (index: number) =>
    Object.assign(new ChangeRow(), rowOf(index), { seq: index + 1 });

  if (order.type === 'deliver') {
    const { schedule } = order;
    const rows = Array.from({ length: schedule.count }, (_, index) => readRow(index));
    await keep(schedule, (index) => {
      void dispatcher.deliver(rows.slice(index, index + 1), () => undefined);
      dispatcher.outbox.flush();
    });
    return { begunAt: schedule.startAt, held: null };
  }
  if (order.type === 'flow') {
    const held = await keepFlowing(order.flow, (index) => {
      void dispatcher.deliver([readRow(index)], () => undefined);
    });
    return { begunAt: now(), held };
  }
  const rows = Array.from({ length: order.count }, (_, index) => rowOf(index));
  await em.transactional((inner) => inner.insertMany(ChangeRow, rows));
  const begunAt = now();
  context.feed.wake();
  return { begunAt, held: null };
}
