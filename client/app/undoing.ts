import type { Session } from '../core/session.svelte.ts';
import {
  conflictWords,
  fieldWords,
  refusalWords,
  valueWords,
  whatWords,
} from '../live/edits/edit-words.ts';
import type { Answered } from '../live/edits/edit-outcome.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Edit } from '../live/edits/pending-edits.ts';
import { toast } from '../ui/toast.ts';
import { words } from './words.ts';

/**
 * The outcome of an undo is told, until the answer is called: that it was refused, in any case;
 * that it was done, only where the field is not in sight.
 */
export function tellOfUndoing(live: Live, session: Session): () => void {
  return live.edits.onAnswered((answered) => {
    const { edit } = answered;
    if (!edit.isUndo) return;
    if (answered.is !== 'saved') {
      void toast({ text: notUndone(answered, session.accountId), tone: 'warning' });
    } else if (!isInSight(edit)) {
      void toast({ text: words.undone({ what: whatWords(edit), value: valueWords(edit.patch) }) });
    }
  });
}

/**
 * Whether Undo is meant for what was saved, and not for the text of the control it is pressed in:
 * a field of a record whose text is saved, or no text at all.
 */
export function mayUndoFrom(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest('dialog[open]')) return false;
  const field = target.closest('[data-field]');
  if (field) return !field.hasAttribute('data-unsaved');
  const isText =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type));
  return !isText || target.value === '';
}

function notUndone(
  { edit, problem }: Answered & { is: 'conflict' | 'refused' },
  me: string | undefined,
): string {
  if (problem.conflicts === undefined) {
    return words.notUndone({ why: refusalWords(problem).replace(/\.$/, '') });
  }
  const conflicts = problem.conflicts.map((conflict) => {
    const isMe = conflict.changedBy.id === me;
    return isMe ? { ...conflict, changedBy: { id: me, displayName: words.you } } : conflict;
  });
  return words.notUndoneSince({
    conflict: conflictWords({ ...problem, conflicts }, fieldWords(edit)),
  });
}

function isInSight({ resource, recordId, field }: Edit): boolean {
  const name = `${resource}:${recordId}:${field}`;
  return document.querySelector(`[data-field="${CSS.escape(name)}"]`) !== null;
}
