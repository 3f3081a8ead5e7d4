import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CirclePlay from '@lucide/svelte/icons/circle-play';
import Lock from '@lucide/svelte/icons/lock';
import LockOpen from '@lucide/svelte/icons/lock-open';
import Trash from '@lucide/svelte/icons/trash-2';
import { createAction } from '../../shared/access/actions.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { childKinds, type OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { createPath } from '../core/paths.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import { kindIcons } from './kinds.ts';
import type { OrganisationView } from './organisation-view.svelte.ts';
import type { Verb } from './questions/questions.ts';
import { words } from './words.ts';

/** What the header can open. */
export type Opened = { is: 'question'; verb: Verb } | { is: 'move' };

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
  const ask = (verb: Verb) => () => {
    open({ is: 'question', verb });
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
