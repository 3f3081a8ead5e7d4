import { decide } from '../../shared/access/decide.ts';
import { says } from '../../shared/access-requests/words.ts';
import { DAY } from '../core/clock.ts';
import type { Reading } from '../core/db/reading.ts';
import type { NeedFound } from '../core/home.ts';
import { namesOf } from '../organisations/names-of.ts';
import { type Located, locateAll } from '../organisations/require-organisation.ts';
import { AccessRequest } from './access-request.entity.ts';
import { findOpenRequests } from './list-requests.ts';
import { lapsedBefore } from './request-access.ts';

/** Access of one's own that ends within so many days is told. */
const ENDS_WITHIN = 30;

/** Requests to answer, broken glasses to end, one's own requests, and access of one's own that ends. */
export async function findAccessNeeds(reading: Reading): Promise<NeedFound[]> {
  return [...(await needsInside(reading)), ...(await ownRequests(reading)), ...ownEnds(reading)];
}

/** What waits inside, for those who may answer it. */
async function needsInside(reading: Reading): Promise<NeedFound[]> {
  const found = await findOpenRequests(reading);
  const located = await locateAll(
    reading.em,
    found.map(({ organisationId }) => organisationId),
  );
  return found.flatMap((request) => {
    const place = located.get(request.organisationId);
    return place && isForReader(reading, request, place) ? needOf(request) : [];
  });
}

/** Nobody answers their own question; their own glass is theirs to end. */
function isForReader({ person }: Reading, request: AccessRequest, { place }: Located): boolean {
  if (request.status !== 'pending') return decide(person, 'access.end', place).allowed;
  return request.accountId !== person.accountId && decide(person, 'access.answer', place).allowed;
}

function needOf(request: AccessRequest): NeedFound {
  const { id, status, accountName: name, role, createdAt, expiresAt, organisationId } = request;
  const isPending = status === 'pending';
  return {
    kind: isPending ? 'access-request' : 'broken-glass',
    subjectId: id,
    organisationId,
    message: isPending ? says.asksForAccess({ name, role }) : says.glassIsBroken({ name }),
    since: createdAt,
    dueAt: expiresAt,
    waitsOn: null,
    href: `/organisations/${organisationId}/access`,
  };
}

async function ownRequests({ em, now, person }: Reading): Promise<NeedFound[]> {
  if (person.token) return [];
  const { accountId } = person;
  const where = { accountId, status: 'pending' as const, createdAt: { $gt: lapsedBefore(now) } };
  const found = await em.find(AccessRequest, where, { orderBy: { id: 'asc' } });
  const names = await namesOf(
    em,
    found.map(({ organisationId }) => organisationId),
    { reachedBy: person },
  );
  return found.flatMap(({ id, organisationId, createdAt, role }) => {
    const organisation = names.get(organisationId);
    if (!organisation) return [];
    return {
      kind: 'own-request',
      subjectId: id,
      organisationId,
      message: says.ownRequestWaits({ role }),
      since: createdAt,
      waitsOn: organisation.displayName,
      href: `/organisations/${organisationId}`,
    };
  });
}

function ownEnds({ now, person }: Reading): NeedFound[] {
  const soon = now.getTime() + ENDS_WITHIN * DAY;
  return person.grants.flatMap(({ id, organisationId, role, expiresAt }) => {
    if (expiresAt === null || Date.parse(expiresAt) > soon) return [];
    return {
      kind: 'access-ends',
      subjectId: id,
      organisationId,
      message: says.ownAccessEnds({ role }),
      since: null,
      dueAt: new Date(expiresAt),
      waitsOn: null,
      href: `/organisations/${organisationId}`,
    };
  });
}
