import { de as access } from '../access/words.de.ts';
import { isolated } from '../core/isolated.ts';
import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

const roles = access.roles;

export const de = {
  cannotTakeOver: ({ maker, token, role, organisation }) =>
    `${isolated(maker)} kann „${isolated(token)}“ nicht übernehmen: Das Token ist ${roles[role]} von ${isolated(organisation)}, und ${isolated(maker)} hat dort keine so weite Rolle.`,
  onlyMachines: 'Nur ein Maschinenkonto bekommt Tokens; Personen erstellen ihre eigenen.',
  notBacked: 'Das Konto hat dort keine Rolle, die diese trägt. Vergeben Sie zuerst die Rolle.',
  reachesNoSignIn:
    'Ein API-Token erreicht keine Sitzungen, Passwörter, zweiten Faktoren, Einstellungen der Person, Aufgaben oder API-Tokens. Melden Sie sich dafür an.',
  oneDay: 'Mindestens ein Tag.',
  mostDays: ({ most }) => `Höchstens ${most} Tage.`,
  wholeDays: 'Geben Sie ganze Tage an.',
} satisfies Words<typeof en>;
