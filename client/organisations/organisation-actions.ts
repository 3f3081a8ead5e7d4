import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CirclePlay from '@lucide/svelte/icons/circle-play';
import Lock from '@lucide/svelte/icons/lock';
import LockOpen from '@lucide/svelte/icons/lock-open';
import Trash from '@lucide/svelte/icons/trash-2';
import { createAction } from '../../shared/access/actions.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { DELETED_KEPT_DAYS } from '../../shared/organisations/deleted-kept.ts';
import { childKinds, type OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { createPath } from '../core/paths.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import { kindIcons } from './kinds.ts';
import type { OrganisationView } from './organisation-view.svelte.ts';
import { words } from './words.ts';

/** A deed that is asked about before it is done. */
export interface Question {
  verb: 'suspend' | 'activate' | 'lock' | 'unlock' | 'delete';
  title: string;
  body: string;
  confirmLabel: string;
  tone: 'normal' | 'danger';
}

/** What the header can open. */
export type Opened = { is: 'question'; question: Question } | { is: 'move' };

/** The kinds that can be created below, each with where its wizard is or why it cannot be. */
export function creations(view: OrganisationView): MenuItem[] {
  const { organisation, id } = view;
  if (!organisation) return [];
  return childKinds(organisation.kind).map((kind) => {
    const made = kind as Exclude<OrganisationKind, 'platform'>;
    const disabledReason = view.why(createAction(made));
    return {
      label: words.newKinds[made],
      icon: kindIcons[kind],
      disabledReason,
      ...(disabledReason === undefined && { href: createPath(id, kind) }),
    };
  });
}

/** What can be done to an organisation, the likeliest first; `open` shows what has to be asked. */
export function organisationActions(
  view: OrganisationView,
  childCount: number,
  open: (opened: Opened) => void,
): MenuItem[] {
  const { organisation } = view;
  if (!organisation || organisation.kind === 'platform') return [];
  const ask = (verb: Question['verb']) => () => {
    open({ is: 'question', question: questions[verb](organisation, childCount) });
  };
  const isSuspended = organisation.status === 'suspended';
  const isLocked = organisation.lockedAt !== null;
  const moves = ['partner', 'folder', 'tenant'].includes(organisation.kind);

  return [
    isSuspended
      ? item(words.activate, CirclePlay, view.why('organisation.activate'), ask('activate'))
      : item(words.suspend, CirclePause, view.why('organisation.suspend'), ask('suspend')),
    ...(moves
      ? [
          item(words.move, ArrowRightLeft, view.why('organisation.move') ?? view.whyNowhere, () => {
            open({ is: 'move' });
          }),
        ]
      : []),
    isLocked
      ? item(words.unlock, LockOpen, view.why('organisation.unlock'), ask('unlock'))
      : item(words.lock, Lock, view.why('organisation.lock'), ask('lock')),
    {
      ...item(words.delete, Trash, whyNotDelete(view, organisation, childCount), ask('delete')),
      tone: 'danger',
      separator: true,
    },
  ];
}

function item(
  label: string,
  icon: MenuItem['icon'],
  disabledReason: string | undefined,
  run: () => void,
): MenuItem {
  return { label, icon, disabledReason, run };
}

function whyNotDelete(
  view: OrganisationView,
  { displayName, status }: Organisation,
  childCount: number,
): string | undefined {
  const refusal = view.why('organisation.delete');
  if (refusal !== undefined) return refusal;
  if (childCount > 0) {
    return words.stillHolds({ name: displayName, count: childCount });
  }
  return status === 'suspended' ? undefined : words.suspendFirst({ name: displayName });
}

/** What is asked before a deed on an organisation. */
export function questionOf(
  verb: Question['verb'],
  organisation: Organisation,
  childCount: number,
): Question {
  return questions[verb](organisation, childCount);
}

const questions: Record<
  Question['verb'],
  (organisation: Organisation, childCount: number) => Question
> = {
  suspend: ({ displayName: name }, childCount) => ({
    verb: 'suspend',
    title: words.suspendTitle({ name }),
    body: childCount > 0 ? words.suspendAllBody({ name }) : words.suspendBody,
    confirmLabel: childCount > 0 ? words.suspendAll({ name }) : words.suspendAction({ name }),
    tone: 'danger',
  }),
  activate: ({ displayName: name }) => ({
    verb: 'activate',
    title: words.activateTitle({ name }),
    body: words.activateBody,
    confirmLabel: words.activateAction({ name }),
    tone: 'normal',
  }),
  lock: ({ displayName: name }) => ({
    verb: 'lock',
    title: words.lockTitle({ name }),
    body: words.lockBody,
    confirmLabel: words.lockAction({ name }),
    tone: 'normal',
  }),
  unlock: ({ displayName: name }) => ({
    verb: 'unlock',
    title: words.unlockTitle({ name }),
    body: words.unlockBody,
    confirmLabel: words.unlockAction({ name }),
    tone: 'normal',
  }),
  delete: ({ displayName: name }) => ({
    verb: 'delete',
    title: words.deleteTitle({ name }),
    body: words.deleteBody({ name, days: DELETED_KEPT_DAYS }),
    confirmLabel: words.deleteAction({ name }),
    tone: 'danger',
  }),
};
