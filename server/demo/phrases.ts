import type { TownName } from './towns.ts';

/** What colleagues write behind a description. */
export const remarks = [
  'backup window moved to 02:00.',
  'asks for more storage before the quarter ends.',
  'new contact from next month on.',
  'contract renewed for two years.',
  'migration planned for the second weekend.',
  'prefers to be called in the morning.',
  'pilot of the new mail service is running.',
  'reviewed; nothing open.',
] as const;

interface Newcomer {
  name: string;
  town: TownName;
  contact: string;
  description: string;
}

/** Tenants that come and go while colleagues are busy. */
export const newcomers: readonly Newcomer[] = [
  {
    name: 'Kornblume Naturkost',
    town: 'Kassel',
    contact: 'Lena Vogt',
    description: 'Organic shops.',
  },
  {
    name: 'Spreewerk Druck',
    town: 'Hamburg',
    contact: 'Tobias Renner',
    description: 'Printing house.',
  },
  { name: 'Ankerplatz Boote', town: 'Bremen', contact: 'Maike Jansen', description: 'Boat yard.' },
  { name: 'Lysverk Studio', town: 'Oslo', contact: 'Anders Vik', description: 'Lighting design.' },
  {
    name: 'Sägewerk Tannengrund',
    town: 'Innsbruck',
    contact: 'Eva Gruber',
    description: 'Sawmill.',
  },
  {
    name: 'Ravnholt Teknik',
    town: 'Odense',
    contact: 'Lars Ravn',
    description: 'Pumps and valves.',
  },
  {
    name: 'Birkenhof Pflege',
    town: 'Bielefeld',
    contact: 'Sonja Kraft',
    description: 'Nursing home.',
  },
  {
    name: 'Northgate Pianos',
    town: 'Toronto',
    contact: 'Hugh Carver',
    description: 'Piano makers.',
  },
  {
    name: 'Saint-Éloi Métal',
    town: 'Montréal',
    contact: 'Julie Caron',
    description: 'Metal works.',
  },
];

/** Units that come and go. */
export const rooms = ['Sales', 'Service desk', 'Workshop', 'Archive', 'Training'] as const;

/** People who are invited, and uninvited again. */
export const invitees = [
  'Marta Kowalczyk',
  'Henrik Dahl',
  'Yusuf Demir',
  'Laura Bianchi',
  'Pieter Jansen',
] as const;

/** One of the things, whichever. */
export function chance<T>(things: readonly [T, ...T[]]): T;
export function chance<T>(things: readonly T[]): T | undefined;
export function chance<T>(things: readonly T[]): T | undefined {
  return things[Math.floor(Math.random() * things.length)];
}
