import { chooseFormats, chooseLanguage, type Language } from '../../shared/core/words/language.ts';
import type { Tables } from '../../shared/core/words/speech.ts';
import type { MailCause, ReadSpeeches } from '../core/db/transaction.ts';
import { AccountPreferences } from './preferences.entity.ts';

/**
 * How mails speak to accounts: as each person chose, and to those who never did as to whoever causes
 * the mail, by their preferences or by what their browser asks for.
 */
export function speechesWith(german: Tables): ReadSpeeches {
  const tables: Partial<Record<Language, Tables>> = { de: german };
  return async (em, accountIds, cause) => {
    const ids = [...accountIds, ...(cause.accountId === undefined ? [] : [cause.accountId])];
    const chosen = await em.find(
      AccountPreferences,
      { accountId: { $in: ids } },
      { disableIdentityMap: true },
    );
    const byAccount = new Map(chosen.map((each) => [each.accountId, each]));
    const causers = byAccount.get(cause.accountId ?? '');
    return (accountId) => {
      const speech = speechFor(byAccount.get(accountId), causers, cause);
      return { ...speech, tables: tables[speech.language] };
    };
  };
}

type Chosen = Pick<AccountPreferences, 'language' | 'timeZone' | 'formats'> | undefined;

function speechFor(own: Chosen, causers: Chosen, { languages }: MailCause) {
  const language = own?.language ?? causers?.language ?? chooseLanguage(languages);
  const formats = own?.language
    ? [own.formats ?? '']
    : [own?.formats ?? '', causers?.formats ?? '', ...languages];
  const timeZone = own?.timeZone ?? causers?.timeZone ?? 'UTC';
  return { language, locale: chooseFormats(language, formats), timeZone };
}
