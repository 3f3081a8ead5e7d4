import { describe, expect, test } from 'vitest';
import { accountSentences } from '../../client/accounts/history/activity.ts';
import { activitySentence } from '../../client/core/activity.ts';
import { conflictWords } from '../../client/live/edits/edit-words.ts';
import { goneSentence } from '../../client/live/gone.ts';
import { formatNames } from '../../client/core/format.ts';
import { isolated } from '../../shared/core/isolated.ts';
import type { Activity } from '../../shared/live/contract.ts';

const TURNING = 'Acme \u202egnp.nimda';
const KEPT = `\u2068${TURNING}\u2069`;

describe('a name within a sentence', () => {
  test.each([
    ['one that pretends to run from the right', TURNING, KEPT],
    ['one in Hebrew', 'אקמה', '\u2068אקמה\u2069'],
    ['one in Arabic', 'شركة المثال', '\u2068شركة المثال\u2069'],
    ['one that ends its isolation', 'A\u2069\u202eb', '\u2068A\u202eb\u2069'],
    ['one that begins another', 'A\u2067b', 'Ab'],
    ['one that turns nothing', 'Müller & Söhne 名', 'Müller & Söhne 名'],
    ['one that is isolated', KEPT, KEPT],
  ])('is kept apart: %s', (_, name, expected) => {
    expect(isolated(name)).toBe(expected);
  });

  test('turns neither a list, nor a notice, nor a conflict', () => {
    const problem = {
      conflicts: [
        { field: 'displayName', theirs: TURNING, changedBy: { id: 'a', displayName: TURNING } },
      ],
    };

    expect(formatNames(['Ann', TURNING])).toBe(`Ann and ${KEPT}`);
    expect(goneSentence({ because: 'deleted', name: TURNING, by: TURNING })).toBe(
      `${KEPT} deleted ${KEPT}.`,
    );
    expect(conflictWords(problem as never)).toBe(`${KEPT} changed this to “${KEPT}”`);
  });

  test('does not turn the feed', () => {
    const invited = {
      resource: 'account',
      op: 'create',
      action: 'account.invite',
      fields: { displayName: TURNING },
      organisationId: 'x',
      actor: { id: 'a', displayName: 'Ann' },
    };

    const told = activitySentence(accountSentences, invited as unknown as Activity);
    const slot = () => undefined;
    const sentence = told?.sentence({ who: slot, place: slot });
    expect(sentence).toContain(KEPT);
  });
});
