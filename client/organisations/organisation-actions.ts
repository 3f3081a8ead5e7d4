import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CirclePlay from '@lucide/svelte/icons/circle-play';
import Lock from '@lucide/svelte/icons/lock';
import LockOpen from '@lucide/svelte/icons/lock-open';
import Trash from '@lucide/svelte/icons/trash-2';
import { isolated } from '../../shared/core/isolated.ts';
import { createAction } from '../../shared/access/actions.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { DELETED_KEPT_DAYS } from '../../shared/organisations/deleted-kept.ts';
import { childKinds, type OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { capitalised, formatCount } from '../core/format.ts';
import { createPath } from '../core/paths.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import { kindIcons } from './kinds.ts';
import type { OrganisationView } from './organisation-view.svelte.ts';

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
      label: `New ${kind}`,
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
      ? item('Activate…', CirclePlay, view.why('organisation.activate'), ask('activate'))
      : item('Suspend…', CirclePause, view.why('organisation.suspend'), ask('suspend')),
    ...(moves
      ? [
          item('Move…', ArrowRightLeft, view.why('organisation.move') ?? view.whyNowhere, () => {
            open({ is: 'move' });
          }),
        ]
      : []),
    isLocked
      ? item('Unlock…', LockOpen, view.why('organisation.unlock'), ask('unlock'))
      : item('Lock…', Lock, view.why('organisation.lock'), ask('lock')),
    {
      ...item('Delete…', Trash, whyNotDelete(view, organisation, childCount), ask('delete')),
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
    return `${isolated(displayName)} still holds ${formatCount(childCount, 'organisation')}. Move or delete them first.`;
  }
  return status === 'suspended' ? undefined : `Suspend ${isolated(displayName)} first.`;
}

const questions: Record<
  Question['verb'],
  (organisation: Organisation, childCount: number) => Question
> = {
  suspend: ({ displayName, kind }, childCount) => {
    const below = childCount > 0;
    return {
      verb: 'suspend',
      title: `Suspend ${isolated(displayName)}?`,
      body: [
        below
          ? `${isolated(displayName)} and everything below it are suspended: people there are signed out and cannot sign in, and nothing can be created.`
          : `People of this ${kind} are signed out and cannot sign in, and nothing can be created in it.`,
        'What is billed goes on. You can activate it again at any time.',
      ].join(' '),
      confirmLabel: below
        ? `Suspend ${isolated(displayName)} and all below`
        : `Suspend ${isolated(displayName)}`,
      tone: 'danger',
    };
  },
  activate: ({ displayName }) => ({
    verb: 'activate',
    title: `Activate ${isolated(displayName)}?`,
    body: `People there can sign in again. What is suspended below it on its own account stays suspended.`,
    confirmLabel: `Activate ${isolated(displayName)}`,
    tone: 'normal',
  }),
  lock: ({ displayName }) => ({
    verb: 'lock',
    title: `Lock ${isolated(displayName)}?`,
    body: `Its name, details, billing and settings can then be changed only by administrators of your level and above. They can unlock it.`,
    confirmLabel: `Lock ${isolated(displayName)}`,
    tone: 'normal',
  }),
  unlock: ({ displayName }) => ({
    verb: 'unlock',
    title: `Unlock ${isolated(displayName)}?`,
    body: `Its own administrators can then change its name, details, billing and settings again.`,
    confirmLabel: `Unlock ${isolated(displayName)}`,
    tone: 'normal',
  }),
  delete: ({ displayName, kind }) => ({
    verb: 'delete',
    title: `Delete ${isolated(displayName)}?`,
    body: `${capitalised(kind)} ${isolated(displayName)} goes, with its accounts and the roles held at it. For ${DELETED_KEPT_DAYS} days it can be restored. API tokens, and roles that its people hold elsewhere, are gone for good.`,
    confirmLabel: `Delete ${isolated(displayName)}`,
    tone: 'danger',
  }),
};
