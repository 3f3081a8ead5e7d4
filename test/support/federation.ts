import type { Departure, NewProvider, Provider } from '../../shared/federation/contract.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import type { Fields } from '../../shared/core/merge-patch.ts';
import type { HostileProvider, Forgery } from './hostile-provider.ts';
import { bodyOf, type Session } from './session.ts';
import type { World } from './world.ts';

/** What connecting takes; the rest has defaults. */
export type Connection = Partial<NewProvider> & Pick<NewProvider, 'kind' | 'label' | 'clientId'>;

/** Connects a provider in the founder's name. */
export async function connect(world: World, connection: Connection): Promise<Provider> {
  const input = { enabled: true, ...connection };
  return bodyOf(await world.founder.post<Provider>('/federation/providers', input));
}

/** Where signing in by a provider leads a browser first: to the provider, or to why not. */
export async function depart(session: Session, id: string, next?: string): Promise<URL> {
  const query = next === undefined ? '' : `?${new URLSearchParams({ next })}`;
  const { status, headers, text } = await session.get(`/auth/federated/${id}${query}`);
  if (status !== 302) throw new Error(`Answered ${status}: ${text}`);
  return new URL(headers.get('location') ?? '', session.url);
}

/** Begins something else than a sign-in at a provider; where it leads. */
export async function begin(
  session: Session,
  id: string,
  purpose: 'link' | 'prove' | 'invitation',
  body: object = {},
): Promise<URL> {
  const path = `/auth/federated/${id}/${purpose}`;
  return new URL(bodyOf(await session.post<Departure>(path, body)).url);
}

/** Comes back from a provider with a query; the page of ours that one lands on. */
export async function comeBack(session: Session, id: string, query: object): Promise<URL> {
  const search = new URLSearchParams(query as Record<string, string>);
  const { status, headers, text } = await session.get(
    `/auth/federated/${id}/callback?${search.toString()}`,
  );
  if (status !== 302) throw new Error(`Answered ${status}: ${text}`);
  return new URL(headers.get('location') ?? '', session.url);
}

/** Goes the way from a departure to a hostile provider and back with what it gives. */
export async function roundTrip(
  session: Session,
  { hostile, id, there }: { hostile: HostileProvider; id: string; there: URL },
  forgery: Forgery = {},
): Promise<URL> {
  await hostile.prepare(there.searchParams.get('nonce') ?? '', forgery);
  return comeBack(session, id, { code: 'any', state: there.searchParams.get('state') ?? '' });
}

/** What the audit says of sign-ins by providers that were refused, the oldest first. */
export async function refusals(world: World): Promise<Fields[]> {
  const where = { action: 'session.federationRefused' };
  const records = await world.em.find(AuditRecord, where, { orderBy: { seq: 'asc' } });
  return records.map(({ details }) => details);
}
