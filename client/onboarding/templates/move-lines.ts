import type { MovePreview } from '../../../shared/onboarding/templates/contract.ts';
import { stepText } from '../step-text.ts';
import { words } from './words.ts';

const closed: readonly string[] = ['done', 'waived'];

/** What an onboarding gains, loses and keeps when it is moved over, a sentence for each. */
export function moveLines({ added, dropped, kept }: MovePreview): string[] {
  const isDone = ({ state }: { state: string }) => closed.includes(state);
  const reopened = kept.filter((step) => closed.includes(step.was) && !isDone(step));
  const titlesOf = (steps: readonly { key: string; title: string }[]) =>
    steps.map((step) => stepText({ ...step, why: '' }).title);
  const lost = dropped.map((step) => {
    const { title } = stepText({ ...step, why: '' });
    return isDone(step) ? words.doneStep({ title }) : title;
  });
  return [
    ...(added.length > 0 ? [words.gains({ titles: titlesOf(added) })] : []),
    ...(lost.length > 0 ? [words.loses({ titles: lost })] : []),
    ...(reopened.length > 0 ? [words.reopens({ titles: titlesOf(reopened) })] : []),
    words.keeps({ count: kept.length, done: kept.filter(isDone).length }),
  ];
}
