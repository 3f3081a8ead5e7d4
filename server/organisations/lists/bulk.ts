import { z } from 'zod';
import type { Action } from '../../../shared/access/actions.ts';
import { decide, isInScope } from '../../../shared/access/decide.ts';
import type { NamedCheck } from '../../../shared/core/problem.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import { MoveOrganisation, WithReason } from '../../../shared/organisations/contract.ts';
import { listChildren as childrenEndpoint } from '../../../shared/organisations/endpoints.ts';
import { says } from '../../../shared/organisations/words.ts';
import { ChildrenExportQuery } from '../../../shared/organisations/list-contract.ts';
import { type BulkAction, bulkAction, type BulkList, bulkList } from '../../core/bulk.ts';
import type { Reading } from '../../core/db/reading.ts';
import type { Work } from '../../core/db/work.ts';
import { EXPORT_PAGE } from '../../core/lists/export-list.ts';
import { branchOf, readBranch, whyFrozen } from '../branch.ts';
import { activateOrganisation, suspendOrganisation } from '../change-status.ts';
import { lockOrganisation, unlockOrganisation } from '../lock-organisation.ts';
import { moveOrganisation } from '../move-organisation.ts';
import { type Located, locateAll, requireVisible } from '../require-organisation.ts';
import { whyNotThere } from '../why-not-there.ts';
import { listChildren } from './list-organisations.ts';

/** An action that looks at nothing but the organisation itself. */
export const organisationAction = <Fields>(
  name: string,
  action: Action,
  fields: z.ZodType<Fields>,
  run: BulkAction<Fields>['run'],
) =>
  bulkAction<Fields>({
    ...{ name, action, names, run, fields },
    foresee: async (reading, ids) =>
      mapOf(await inSight(reading, ids), ({ place }) => [
        ...decide(reading.person, action, place).checks,
      ]),
  });

const nothing = z.strictObject({});

const move = bulkAction<MoveOrganisation>({
  ...{ name: 'move', action: 'organisation.move', names },
  fields: MoveOrganisation,
  target: async (reading, { parentId }) => {
    const { place } = await requireVisible(reading, parentId);
    return place.at(-1)?.displayName ?? '';
  },
  foresee: async (reading, ids, { parentId }) => {
    const parent = await requireVisible(reading, parentId);
    const checks = new Map<string, NamedCheck[]>();
    for (const [id, here] of await inSight(reading, ids)) {
      checks.set(id, await checksOfMove(reading, here, parent));
    }
    return checks;
  },
  run: moveOrLeave,
});

/** What is done to many organisations at once. */
export const organisationActions: readonly BulkAction[] = [
  organisationAction('suspend', 'organisation.suspend', WithReason, suspendOrganisation),
  organisationAction('activate', 'organisation.activate', nothing, activateOrganisation),
  organisationAction('lock', 'organisation.lock', WithReason, lockOrganisation),
  organisationAction('unlock', 'organisation.unlock', nothing, unlockOrganisation),
  move,
];

/** The lists of organisations that can be meant as a whole. */
export const organisationLists: readonly BulkList[] = [
  bulkList<ChildrenExportQuery>({
    path: childrenEndpoint.path,
    action: 'directory.view',
    query: ChildrenExportQuery,
    read: (work, id, query, cursor) =>
      listChildren(work, id, { ...query, ...EXPORT_PAGE, columns: [], cursor }),
  }),
];

async function inSight({ em, person }: Reading, ids: readonly string[]) {
  const located = await locateAll(em, ids);
  return new Map(
    ids.flatMap((id) => {
      const found = located.get(id);
      return found && isInScope(person, found.place) ? [[id, found] as const] : [];
    }),
  );
}

async function names(reading: Reading, ids: readonly string[]): Promise<Map<string, string>> {
  return mapOf(await inSight(reading, ids), ({ place }) => place.at(-1)?.displayName ?? '');
}

/** The decisions at both ends, as the move takes them one after the other. */
async function checksOfMove(reading: Reading, here: Located, parent: Located) {
  const branch = await readBranch(reading.em, here.path);
  const frozen = whyFrozen(reading.person, branch, here.place);
  const leaving = decide(reading.person, 'organisation.move', here.place, {
    stateRefusal: frozen,
  });
  if (!leaving.allowed) return leaving.checks;
  return decide(reading.person, 'organisation.adopt', parent.place, {
    branch: branchOf(branch),
    stateRefusal: await whyNotThere(reading, here, parent),
  }).checks;
}

/** A target that went meanwhile is no reason to call the row missing. */
async function moveOrLeave(work: Work, id: string, fields: MoveOrganisation): Promise<void> {
  await work
    .read((reading) => requireVisible(reading, fields.parentId))
    .catch((error: unknown) => {
      const isGone = error instanceof Refusal && error.code === 'not-found';
      throw isGone ? new Refusal('organisation.parent-gone', says.targetGone) : error;
    });
  await moveOrganisation(work, id, fields);
}

function mapOf<Value, Result>(map: ReadonlyMap<string, Value>, of: (value: Value) => Result) {
  return new Map([...map].map(([id, value]) => [id, of(value)]));
}
