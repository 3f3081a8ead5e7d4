import type { Organisation } from '../../../shared/organisations/contract.ts';
import { DELETED_KEPT_DAYS } from '../../../shared/organisations/deleted-kept.ts';
import { words } from './words.ts';

/** A deed that is asked about before it is done. */
export type Verb = 'suspend' | 'activate' | 'lock' | 'unlock' | 'delete';

interface Question {
  title: string;
  body: string;
  confirmLabel: string;
  tone: 'normal' | 'danger';
}

/** The question that is asked before a deed on an organisation. */
export function questionOf(verb: Verb, organisation: Organisation, childCount: number): Question {
  return questions[verb](organisation, childCount);
}

const questions: Record<Verb, (organisation: Organisation, childCount: number) => Question> = {
  suspend: ({ displayName: name }, childCount) => ({
    title: words.suspendTitle({ name }),
    body: childCount > 0 ? words.suspendAllBody({ name }) : words.suspendBody,
    confirmLabel: childCount > 0 ? words.suspendAll({ name }) : words.suspendAction({ name }),
    tone: 'danger',
  }),
  activate: ({ displayName: name }) => ({
    title: words.activateTitle({ name }),
    body: words.activateBody,
    confirmLabel: words.activateAction({ name }),
    tone: 'normal',
  }),
  lock: ({ displayName: name }) => ({
    title: words.lockTitle({ name }),
    body: words.lockBody,
    confirmLabel: words.lockAction({ name }),
    tone: 'normal',
  }),
  unlock: ({ displayName: name }) => ({
    title: words.unlockTitle({ name }),
    body: words.unlockBody,
    confirmLabel: words.unlockAction({ name }),
    tone: 'normal',
  }),
  delete: ({ displayName: name }) => ({
    title: words.deleteTitle({ name }),
    body: words.deleteBody({ name, days: DELETED_KEPT_DAYS }),
    confirmLabel: words.deleteAction({ name }),
    tone: 'danger',
  }),
};
