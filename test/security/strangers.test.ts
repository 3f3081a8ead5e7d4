import { describe, expect, test } from 'vitest';
import { recordLeftOut } from '../../server/audit/record-left-out.ts';
import { type BudgetName, budgets } from '../../server/core/bounds/bounds.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { newId } from '../../server/core/new-id.ts';
import { personOf } from '../support/people.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { app, context } = world.server.running;

/** The network of requests that came over no socket. */
const NETWORK = '';

/** Grows with each guess that is hashed, and is swept after half an hour: see docs/bounds.md. */
const boundByHashing = ['sign_in_failures'];

/** What open routes take; all others refuse whoever is not signed in. */
const bodies: Record<string, () => object> = {
  '/api/auth/sign-in': () => ({ email: `${newId()}@acme.example`, password: 'a wrong password' }),
  '/api/auth/password-reset': () => ({ email: `${newId()}@acme.example` }),
  '/api/auth/password-reset/confirm': () => ({ token: newId(), password: 'a walk in the woods' }),
  '/api/auth/passkey': () => ({ response: { id: newId() } }),
};

const routes = [
  ...new Map(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  ),
];

const ask = ({ method, path }: { method: string; path: string }) =>
  app.request(
    path.replace(/:\w+/g, () => newId()),
    {
      method,
      ...(!['GET', 'DELETE'].includes(method) && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(bodies[path]?.() ?? {}),
      }),
    },
  );

async function countRows(): Promise<Record<string, number>> {
  const tables = await world.em.execute<{ name: string }[]>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.filter((table) => !boundByHashing.includes(table.name))) {
    const [row] = await world.em.execute<{ n: number }[]>(`select count(*) as n from \`${name}\``);
    counts[name] = Number(row?.n);
  }
  return counts;
}

/** Everything that the budgets give to one key at once is spent. */
function spend(name: BudgetName, key: string): void {
  while (context.bounds.take(name, key) === 0);
}

describe('a network that has spent what strangers may', () => {
  test.each(routes)('makes no table grow by %s', async (_, route) => {
    for (const name of Object.keys(budgets) as BudgetName[]) {
      if (name !== 'log-reads') spend(name, NETWORK);
    }
    const before = await countRows();

    await ask(route);
    await ask(route);

    expect(await countRows()).toEqual(before);
  });
});

describe('[U3] attempts of strangers that are too many', () => {
  const from = (address: string) => ({ address, accountId: '' });
  const note = () =>
    recordLeftOut(
      context.openWork({
        ...from(''),
        sessionHash: null,
        requestId: '',
        userAgent: '',
        idempotency: null,
      }),
      context.strangersRecords,
    );

  test('are told by one record, which says how many', async () => {
    await note();
    const { strangersRecords } = context;
    const action = 'session.federationRefused';
    const asked = Array.from({ length: 500 }, () =>
      strangersRecords.isDue(action, from('192.0.2.1')),
    );
    await world.stranger().get('/auth/federated/x');

    await note();
    await note();

    expect(asked.filter(Boolean)).toHaveLength(budgets['strangers-records'].each.burst);
    const records = await world.em.find(
      AuditRecord,
      { action: 'audit.leaveOut' },
      { orderBy: { seq: 'desc' } },
    );
    expect(records[0]?.details['leftOut']).toEqual({ [action]: 440 });
  });

  test('hide none at an account that there is', async () => {
    await world.signIn('tenant-reader@acme');
    const { email } = personOf('tenant-reader@acme');
    spend('strangers-records', '127.0.0.1');

    await world.stranger().post('/auth/sign-in', { email, password: 'a wrong password' });

    const { details } = await world.em.findOneOrFail(
      AuditRecord,
      { action: 'session.signInFailed' },
      { orderBy: { seq: 'desc' } },
    );
    expect(details).toMatchObject({ email });
  });
});
