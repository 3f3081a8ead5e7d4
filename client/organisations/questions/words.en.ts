import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';

type Named = { name: string };

export const en = {
  suspendTitle: ({ name }: Named) => `Suspend ${isolated(name)}?`,
  suspendBody:
    'People here are signed out and cannot sign in, and nothing can be created here. Billing continues. You can activate it again at any time.',
  suspendAllBody: ({ name }: Named) =>
    `${isolated(name)} and everything below it are suspended: people there are signed out and cannot sign in, and nothing can be created. Billing continues. You can activate it again at any time.`,
  suspendAction: ({ name }: Named) => `Suspend ${isolated(name)}`,
  suspendAll: ({ name }: Named) => `Suspend ${isolated(name)} and all below`,
  activateTitle: ({ name }: Named) => `Activate ${isolated(name)}?`,
  activateBody:
    'People there can sign in again. What was suspended separately below it stays suspended.',
  activateAction: ({ name }: Named) => `Activate ${isolated(name)}`,
  lockTitle: ({ name }: Named) => `Lock ${isolated(name)}?`,
  lockBody:
    'Only administrators of your level and above can then change its name, details, billing and settings, or unlock it.',
  lockAction: ({ name }: Named) => `Lock ${isolated(name)}`,
  unlockTitle: ({ name }: Named) => `Unlock ${isolated(name)}?`,
  unlockBody:
    'Its own administrators can then change its name, details, billing and settings again.',
  unlockAction: ({ name }: Named) => `Unlock ${isolated(name)}`,
  deleteTitle: ({ name }: Named) => `Delete ${isolated(name)}?`,
  deleteBody: ({ name, days }: Named & { days: number }) =>
    `${isolated(name)} is deleted with its accounts and the roles at it. It can be restored for ${formats().number(days)} days. API tokens, and roles that its people have elsewhere, cannot be restored.`,
  deleteAction: ({ name }: Named) => `Delete ${isolated(name)}`,
  isDeleted: ({ name }: Named) => `${isolated(name)} is deleted`,
  restorableUntil: ({ date }: { date: string }) => `It can be restored until ${date}.`,
  restore: 'Restore',

  reason: 'Reason',
  reasonHint: 'Optional. Whoever sees that it is suspended or locked reads it, the customer too.',
};
