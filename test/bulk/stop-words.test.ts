import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stopWords } from '../../shared/bulk/stop-words.ts';
import { speakingTo } from '../../shared/core/words/speech.ts';
import { says } from '../../shared/core/jobs/words.ts';
import { sharedGerman } from '../../shared/german.ts';

const inGerman = (english: string) =>
  speakingTo({ language: 'de', locale: 'de-DE', tables: sharedGerman }, () => stopWords(english));

test('why a job stopped is told in the language of the moment, a mail server’s words as they are', () => {
  expect(inGerman(says.mailUnanswered.detail)).toBe('Der E-Mail-Server hat nicht geantwortet.');
  expect(inGerman('550 5.1.1 No such user here')).toBe('550 5.1.1 No such user here');
});

test.each(['runner', 'leases', '../mail-job', '../../bulk/bulk-kind'])(
  'each reason of %s has its German',
  (file) => {
    const source = readFileSync(`server/core/jobs/${file}.ts`, 'utf8');
    const named = [...source.matchAll(/(?:coreSays|[^.\w]says)\.(job\w+|mail\w+)\.detail/g)];
    const reasons = named.map(([, name]) => says[name as 'jobStuck'].detail);

    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => inGerman(reason) === reason)).toEqual([]);
  },
);
