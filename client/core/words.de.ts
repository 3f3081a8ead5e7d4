import { parts } from '../../shared/core/words/parts.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  today: 'Heute',
  yesterday: 'Gestern',
  feed: {
    added: ({ who, place }) => parts`${who} hat zu ${place} einen Eintrag hinzugefügt`,
    removed: ({ who, place }) => parts`${who} hat einen Eintrag von ${place} entfernt`,
    changed: ({ who, place }) => parts`${who} hat einen Eintrag von ${place} geändert`,
  },

  unreachable: 'Canopy ist nicht erreichbar',
  unreachableAdvice:
    'Ihre Eingaben bleiben erhalten. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  fault: 'Auf dieser Seite ist etwas schiefgegangen',
  faultAdvice: 'Laden Sie die Seite neu und versuchen Sie es erneut.',
  advice: {
    'request.headers-too-large':
      'Löschen Sie im Browser die Cookies dieser Adresse und laden Sie die Seite neu.',
    'request.too-many': 'Warten Sie etwas und versuchen Sie es erneut.',
    'server.full':
      'Nichts wurde geändert. Wer diesen Server betreibt, muss Platz auf dem Datenträger schaffen.',
    'server.unavailable': 'Nichts ist verloren. Versuchen Sie es gleich erneut.',
    'server.fault':
      'Nichts wurde geändert. Versuchen Sie es erneut; bleibt der Fehler, informieren Sie den Betreiber.',
    'not-found':
      'Vielleicht wurde der Eintrag gelöscht, oder Ihre Rollen reichen nicht bis dorthin.',
  },
  intercepted: ({ status }) =>
    `Etwas zwischen dieser Seite und Canopy hat die Anfrage abgelehnt (${status})`,

  checks: 'Was geprüft wurde',
  passed: 'Erfüllt:',
  failed: 'Nicht erfüllt:',
  checkNames: {
    role: 'Rolle',
    relationship: 'Bereich',
    parent: 'Ort',
    'self-provisioning': 'Delegation',
    barrier: 'Barriere',
    state: 'Zustand',
  },
} satisfies Words<typeof en>;
