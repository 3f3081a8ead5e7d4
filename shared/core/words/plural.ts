import { languageOf } from './language.ts';
import { speech } from './speech.ts';

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const rules = new Map<string, Intl.PluralRules>();

/** The form of a sentence for a number: `plural(count, { one: '1 tenant', other: … })`. */
export function plural(count: number, forms: Forms): string {
  const locale = languageOf(speech().language);
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return forms[known.select(count)] ?? forms.other;
}
