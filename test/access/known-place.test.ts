import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Session } from '../../client/core/session.svelte.ts';
import type { Live } from '../../client/live/live.svelte.ts';
import { placeOf } from '../../client/live/place.ts';
import { settingLevels } from '../../client/organisations/settings/setting-levels.ts';
import { summariseAccess } from '../../server/access/summarise-access.ts';
import { actionNames } from '../../shared/access/actions.ts';
import { type Actor, decide, isInScope } from '../../shared/access/decide.ts';
import { barrierIndex, type Place, type PlaceLink } from '../../shared/access/place.ts';
import { whyNoExternalId } from '../../shared/access/external-id.ts';
import { nothingSaid } from '../../shared/access/known-place.ts';
import { SelfProvisioningKey } from '../../shared/organisations/contract.ts';
import { effectiveDelegation } from '../../shared/organisations/delegation.ts';
import { hasBarrier } from '../../shared/organisations/hierarchy.ts';
import { effectiveMfa } from '../../shared/organisations/mfa-rule.ts';
import { effectivePath, effectiveSignInPaths } from '../../shared/organisations/sign-in-paths.ts';
import { type Ground, grounds, signInPaths } from './grounds.ts';

const RUNS = 400;

const wayTo = (place: Place, depth: number) => place.slice(0, depth) as unknown as Place;

const summaryOf = (actor: Actor, place: Place) =>
  summariseAccess(actor, (id) => {
    const depth = place.findIndex((link) => link.id === id) + 1;
    return depth > 0 ? wayTo(place, depth) : undefined;
  });

/** As the server sees to it: no grant is in force in what is suspended. */
function inForce({ actor, place }: Ground): Ground {
  const suspended = place.findIndex(({ status }) => status === 'suspended');
  const isOpen = (id: string) => {
    const index = place.findIndex((link) => link.id === id);
    return suspended < 0 || index < suspended;
  };
  const grants = actor.grants.filter(({ organisationId }) => isOpen(organisationId));
  return { place, actor: { ...actor, grants } };
}

/** The same way as the client of this person has it: from the session, and what it may read. */
function asTheClientKnows({ actor, place }: Ground, depth: number): Place | undefined {
  const session = {
    accountId: actor.accountId,
    grants: actor.grants.map(({ organisationId: id, ...grant }) => ({
      ...grant,
      organisation: { id },
    })),
    access: summaryOf(actor, place),
  } as unknown as Session;
  const record = (resource: 'organisation' | 'settings', id: string) => {
    const at = place.findIndex((link) => link.id === id);
    const action = resource === 'organisation' ? 'directory.view' : 'settings.view';
    return { data: decide(actor, action, wayTo(place, at + 1)).allowed ? place[at] : undefined };
  };
  const live = { store: { path: () => wayTo(place, depth) }, record } as unknown as Live;
  return placeOf(live, session, place[depth - 1]?.id ?? '');
}

/** What is answered of one place in scope: decisions, and where it is open their checks and the settings. */
function answersAt(actor: Actor, way: Place, levels: readonly PlaceLink[]) {
  const isOpen = decide(actor, 'settings.view', way).allowed;
  return {
    decided: actionNames.map((action) => {
      const { allowed, checks } = decide(actor, action, way);
      return [action, allowed, isOpen && checks.map(({ name, ok }) => [name, ok])];
    }),
    externalId: whyNoExternalId(actor, way),
    isClosed: barrierIndex(way) > 0,
    settings: isOpen && {
      mfa: effectiveMfa(levels).value,
      paths: signInPaths.map((path) => effectivePath(levels, path).value),
      delegations: SelfProvisioningKey.options.map((key) => effectiveDelegation(key, levels).value),
    },
  };
}

/** The same way, with all that its levels above the first grant say said by one of them instead. */
function saidByOne(place: Place, top: number, index: number): Place {
  const above = place.slice(0, top);
  const speaker = index % Math.max(1, top);
  const paths = effectiveSignInPaths(above).value;
  const isAllowed = (key: SelfProvisioningKey) => effectiveDelegation(key, above).value === 'allow';
  const kept = { mfa: effectiveMfa(above).value, signInPaths: paths?.toReversed() };
  const denied = SelfProvisioningKey.options.filter((key) => !isAllowed(key));
  const links = place.map(({ id, kind, displayName, ...said }, at) => {
    if (at >= top) return { id, kind, displayName, ...said };
    const says: PlaceLink = { id, kind, displayName, ...nothingSaid };
    if (at === 0) {
      const allowed = SelfProvisioningKey.options.filter(isAllowed);
      says.selfProvisioning = Object.fromEntries(allowed.map((key) => [key, 'allow']));
    }
    if (at === speaker) {
      const denials = Object.fromEntries(denied.map((key) => [key, 'deny']));
      Object.assign(says, kept, { selfProvisioning: { ...says.selfProvisioning, ...denials } });
    }
    if (kind === 'partner') says.subPartners = said.subPartners;
    return says;
  });
  const barriers = links.slice(0, top).filter(({ kind }) => hasBarrier(kind));
  const closed = barriers[index % Math.max(1, barriers.length)];
  if (closed && barrierIndex(above) > 0) closed.managementMode = 'self-managed';
  return links as unknown as Place;
}

test('[A11] the client decides on what it is told of the levels above as the server does on all', () => {
  fc.assert(
    fc.property(grounds, (ground) => {
      const { actor, place } = inForce(ground);
      for (let depth = 1; depth <= place.length; depth += 1) {
        const way = wayTo(place, depth);
        if (!isInScope(actor, way)) continue;
        const known = asTheClientKnows({ actor, place }, depth) as Place;

        const told = answersAt(actor, known, settingLevels(known));

        expect(told).toEqual(answersAt(actor, way, way));
      }
    }),
    { numRuns: RUNS },
  );
});

test('[A11] a summary is the same to the letter, whichever level above says what is in force', () => {
  fc.assert(
    fc.property(grounds, fc.nat(), (ground, index) => {
      const { actor, place } = inForce(ground);
      const top = place.findIndex((_, at) => isInScope(actor, wayTo(place, at + 1)));
      if (top < 0) return;

      const told = JSON.stringify(summaryOf(actor, saidByOne(place, top, index)));

      expect(told).toBe(JSON.stringify(summaryOf(actor, place)));
    }),
    { numRuns: RUNS },
  );
});
