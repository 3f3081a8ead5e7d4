import { roleTitle } from '../../../shared/access/roles.ts';
import { previewClosing } from '../../../shared/tokens/endpoints.ts';
import type { Api } from '../../core/api.ts';
import { words } from './words.ts';

/** What those above would still have inside after the closing, as a line to keep or not. */
export interface LeftBehind {
  id: string;
  label: string;
  help: string;
}

export async function leftBehind(api: Api, organisationId: string): Promise<LeftBehind[]> {
  const { accounts, tokens } = (await api.call(previewClosing, { id: organisationId })).data;
  return [
    ...accounts.map(({ id, displayName, email, type, addedBy, addedFrom }) => ({
      id,
      label:
        type === 'machine'
          ? words.keepProgram({ name: displayName })
          : words.keepInvitation({ name: displayName }),
      help: addedWords(email ?? words.machine, addedBy, addedFrom),
    })),
    ...tokens.map(({ id, name, role, maker, organisation, madeBy, madeFrom }) => ({
      id,
      label: words.keepToken({ name }),
      help: createdWords(
        {
          role: roleTitle(role),
          organisation: organisation.displayName,
          as: maker.displayName,
        },
        madeBy,
        madeFrom,
      ),
    })),
  ];
}

type Named = { displayName: string } | null;

function addedWords(email: string, by: Named, from: Named): string {
  if (!by) return words.addedUnknown({ email });
  return from
    ? words.addedFrom({ email, by: by.displayName, from: from.displayName })
    : words.added({ email, by: by.displayName });
}

function createdWords(
  token: { role: string; organisation: string; as: string },
  by: Named,
  from: Named,
): string {
  if (!by) return words.createdUnknown(token);
  return from
    ? words.createdFrom({ ...token, by: by.displayName, from: from.displayName })
    : words.created({ ...token, by: by.displayName });
}
