import { describe, expect, test } from 'vitest';
import {
  childKinds,
  commercialOwner,
  hasBarrier,
  hasBilling,
  hasSettings,
  type HierarchyLink,
  MAX_DEPTH,
  MAX_UNIT_DEPTH,
  mayContain,
  type OrganisationKind,
  organisationKinds,
  whyNotBelow,
} from '../../shared/organisations/hierarchy.ts';

type Kind = OrganisationKind;

/** The parent table: a row for each child, a column for each parent. */
const table = `
  below        platform  distributor  partner  folder  tenant  unit
  platform     no        no           no       no      no      no
  distributor  yes       no           no       no      no      no
  partner      no        yes          yes      yes     no      no
  folder       no        yes          yes      yes     no      no
  tenant       no        no           yes      yes     no      no
  unit         no        no           no       no      yes     yes
`;

/** A way down to a parent of each kind, through partners that may have sub-partners. */
const ways: Record<Kind, Kind[]> = {
  platform: ['platform'],
  distributor: ['platform', 'distributor'],
  partner: ['platform', 'distributor', 'partner'],
  folder: ['platform', 'distributor', 'partner', 'folder'],
  tenant: ['platform', 'distributor', 'partner', 'tenant'],
  unit: ['platform', 'distributor', 'partner', 'tenant', 'unit'],
};

const cells = cellsOf(table);

describe('the parent table', () => {
  test('has a cell for every pair of kinds', () => {
    expect(cells).toHaveLength(organisationKinds.length ** 2);
  });

  test.each(cells)('[H1] a %s below a %s: %s', (child, parent, answer) => {
    const isAllowed = answer === 'yes';

    expect(mayContain(parent, child)).toBe(isAllowed);
    expect(childKinds(parent).includes(child)).toBe(isAllowed);
    expect(whyNotBelow(way(...ways[parent]), child) === null).toBe(isAllowed);
  });

  test('[H1] holds nothing without a parent', () => {
    const refusals = organisationKinds.map((kind) => whyNotBelow([], kind));

    expect(refusals).not.toContain(null);
  });

  test('[H1] says in a sentence what would do', () => {
    expect(whyNotBelow(way('platform'), 'tenant')?.detail).toBe(
      'A tenant cannot stand below a platform; it needs a partner or a folder above it.',
    );
  });
});

describe('a partner without the option for sub-partners', () => {
  const closed = { ...link('partner'), displayName: 'Alder', subPartners: false };
  const above = way('platform', 'distributor');

  test.each<[string, HierarchyLink[]]>([
    ['itself', [...above, closed]],
    ['its folder', [...above, closed, link('folder')]],
    ['a folder in its folder', [...above, closed, link('folder'), link('folder')]],
    ['its own partner above being open', [...above, link('partner'), closed]],
  ])('[H2] takes no partner in: %s', (_, chain) => {
    expect(whyNotBelow(chain, 'partner')?.detail).toMatch(/^Alder may not have sub-partners/);
  });

  test.each<[string, HierarchyLink[]]>([
    ['an open partner below it', [...above, closed, link('partner')]],
    ['the folder of an open partner below it', [...above, closed, link('partner'), link('folder')]],
  ])('[H2] does not speak for %s', (_, chain) => {
    expect(whyNotBelow(chain, 'partner')).toBeNull();
  });

  test('[H2] still takes folders and tenants in', () => {
    expect(whyNotBelow([...above, closed], 'folder')).toBeNull();
    expect(whyNotBelow([...above, closed, link('folder')], 'tenant')).toBeNull();
  });
});

describe('the folder of a distributor', () => {
  const folder = way('platform', 'distributor', 'folder');

  test.each([
    ['it', folder],
    ['a folder in it', [...folder, link('folder')]],
  ])('[H3] holds no tenant in %s', (_, chain) => {
    expect(whyNotBelow(chain, 'tenant')?.detail).toMatch(/needs a partner above it/);
  });

  test('[H3] holds a partner, and that one tenants', () => {
    expect(whyNotBelow(folder, 'partner')).toBeNull();
    expect(whyNotBelow([...folder, link('partner')], 'tenant')).toBeNull();
  });
});

describe('a folder that moves', () => {
  const closed = { ...link('partner'), subPartners: false };
  const above = way('platform', 'distributor');

  test.each<[string, Kind[], HierarchyLink[], boolean]>([
    ['H2', ['partner'], [...above, link('partner')], true],
    ['H2', ['partner'], [...above, closed], false],
    ['H2', ['partner'], [...above, closed, link('folder')], false],
    ['H2', ['partner'], above, true],
    ['H3', ['tenant'], [...above, closed], true],
    ['H3', ['folder', 'tenant'], above, false],
    ['H3', ['tenant'], [...above, link('folder')], false],
    ['H3', ['folder'], above, true],
  ])('[%s] with %j fits where those fit, case %#', (_, holds, chain, fits) => {
    expect(whyNotBelow(chain, 'folder', { height: 3, holds }) === null).toBe(fits);
  });
});

describe('how deep the tree may be', () => {
  const levels = (depth: number) => [
    ...way('platform', 'distributor', 'partner'),
    ...way(...Array.from({ length: depth - 3 }, (): Kind => 'folder')),
  ];

  test.each([
    [15, 1, true],
    [16, 1, false],
    [13, 3, true],
    [14, 3, false],
    [3, 13, true],
    [3, 14, false],
  ])('[H4] below %i levels a branch of %i fits: %s', (depth, height, fits) => {
    const refusal = whyNotBelow(levels(depth), 'folder', { height });

    expect(refusal?.detail ?? null).toBe(fits ? null : 'The tree may be 16 levels deep at most.');
  });

  test('[H4] counts the platform among sixteen', () => {
    expect(MAX_DEPTH).toBe(16);
  });
});

describe('how deep units may be nested', () => {
  const below = (units: number) => [
    ...way('platform', 'distributor', 'partner', 'tenant'),
    ...way(...Array.from({ length: units }, (): Kind => 'unit')),
  ];

  test.each([
    [0, true],
    [4, true],
    [5, false],
  ])('[H5] below %i units a new one fits: %s', (units, fits) => {
    const refusal = whyNotBelow(below(units), 'unit');

    expect(refusal?.detail ?? null).toBe(fits ? null : 'Units may be nested 5 deep at most.');
  });

  test.each([
    [2, 3, true],
    [3, 3, false],
    [0, 6, false],
  ])('[H5] below %i units a branch of %i fits: %s', (units, unitLevels, fits) => {
    const branch = { height: unitLevels, unitLevels };

    expect(whyNotBelow(below(units), 'unit', branch) === null).toBe(fits);
  });

  test('[H5] is counted in a tenant that moves too', () => {
    const partner = way('platform', 'distributor', 'partner');

    expect(whyNotBelow(partner, 'tenant', { height: 6, unitLevels: 5 })).toBeNull();
    expect(whyNotBelow(partner, 'tenant', { height: 7, unitLevels: 6 })).not.toBeNull();
    expect(MAX_UNIT_DEPTH).toBe(5);
  });
});

describe('what a kind carries', () => {
  test.each<[Kind, string]>([
    ['platform', 'settings'],
    ['distributor', 'billing settings barrier'],
    ['partner', 'billing settings barrier'],
    ['folder', ''],
    ['tenant', 'billing settings barrier'],
    ['unit', 'barrier'],
  ])('a %s: %s', (kind, carried) => {
    const parts = [
      hasBilling(kind) && 'billing',
      hasSettings(kind) && 'settings',
      hasBarrier(kind) && 'barrier',
    ];

    expect(parts.filter(Boolean).join(' ')).toBe(carried);
  });

  test.each<[Kind[], Kind | undefined]>([
    [['platform', 'distributor', 'partner', 'folder', 'folder'], 'partner'],
    [['platform', 'distributor', 'folder'], 'distributor'],
    [['platform', 'distributor', 'partner', 'folder', 'tenant', 'unit'], 'partner'],
    [['platform'], 'platform'],
    [[], undefined],
  ])('[H2] %j belongs commercially to the %s', (chain, owner) => {
    expect(commercialOwner(way(...chain))?.kind).toBe(owner);
  });
});

function link(kind: Kind): HierarchyLink {
  return { kind, displayName: kind, subPartners: true };
}

function way(...kinds: Kind[]): HierarchyLink[] {
  return kinds.map(link);
}

function cellsOf(text: string): [child: Kind, parent: Kind, answer: string][] {
  const [[, ...parents] = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([child, ...answers]) =>
    answers.map((answer, column): [Kind, Kind, string] => [
      child as Kind,
      parents[column] as Kind,
      answer,
    ]),
  );
}
