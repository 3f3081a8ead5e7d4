import type { Figure, Home, Need } from '../../shared/home/contract.ts';
import type { OrganisationReference } from '../../shared/organisations/contract.ts';
import { isBelow } from '../../shared/organisations/path.ts';
import { headOf } from '../core/changes/append-log.ts';
import type { Person } from '../core/db/person.ts';
import type { Work } from '../core/db/work.ts';
import type { FigureFound, HomePlace, HomeSource, NeedFound } from '../core/home.ts';
import { namesOf } from '../organisations/names-of.ts';

/** How many places have figures: more are a directory, and the tree is better at that. */
const MOST_PLACES = 3;

/**
 * What a person's home says first: what waits for them, the longest first, and figures of the
 * topmost organisations that they hold roles at. One reading, so that line and figure agree.
 */
export function findHome(work: Work, sources: readonly HomeSource[]): Promise<Home> {
  return work.read(async (reading) => {
    const { em, now, person } = reading;
    const places = placesOf(person);
    const shown = places.slice(0, MOST_PLACES);
    const needs: NeedFound[] = [];
    const figures: { place: HomePlace; figure: FigureFound }[] = [];
    for (const source of sources) {
      needs.push(...((await source.needs?.(reading, places)) ?? []));
      for (const place of shown) {
        const found = (await source.figures?.(reading, place)) ?? [];
        figures.push(...found.map((figure) => ({ place, figure })));
      }
    }
    const ids = [
      ...needs.map(({ organisationId }) => organisationId),
      ...shown.map(({ id }) => id),
    ];
    const names = await namesOf(em, ids, { reachedBy: person });
    return {
      asOf: { seq: await headOf(em), at: now.toISOString() },
      needsMe: needs.sort(byWaiting).map((need) => viewNeed(need, names)),
      figures: shown.flatMap(({ id }) =>
        figures
          .filter(({ place }) => place.id === id)
          .flatMap(({ figure }) => viewFigure(figure, names.get(id))),
      ),
      charts: [],
      places: shown.flatMap(({ id }) => names.get(id) ?? []),
    };
  });
}

/** The topmost organisations of a person's roles; a role below another adds no place. */
function placesOf({ grants }: Person): HomePlace[] {
  const places = new Map(grants.map(({ organisationId: id, path }) => [path, { id, path }]));
  return [...places.values()].filter(
    ({ path }) => !grants.some((other) => isBelow(path, other.path)),
  );
}

/** What waits on the reader comes before what waits on others; then what waits longest. */
function byWaiting(one: NeedFound, other: NeedFound): number {
  const onReader = Number(one.waitsOn !== null) - Number(other.waitsOn !== null);
  return onReader || timeOf(one) - timeOf(other);
}

function timeOf({ since, dueAt }: NeedFound): number {
  return (dueAt ?? since)?.getTime() ?? 0;
}

function viewNeed(
  { organisationId, message, since, dueAt, ...need }: NeedFound,
  names: ReadonlyMap<string, OrganisationReference>,
): Need {
  return {
    ...need,
    organisation: (organisationId !== null && names.get(organisationId)) || null,
    title: message.detail,
    message: { ...message },
    since: since?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
  };
}

function viewFigure(
  { label, definition, ...figure }: FigureFound,
  organisation: OrganisationReference | undefined,
): Figure[] {
  if (!organisation) return [];
  const messages = { label: { ...label }, definition: { ...definition } };
  return [
    { ...figure, organisation, label: label.detail, definition: definition.detail, messages },
  ];
}
