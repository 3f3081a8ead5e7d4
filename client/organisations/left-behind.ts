import { isolated } from '../../shared/core/isolated.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import { previewClosing } from '../../shared/tokens/endpoints.ts';
import type { Api } from '../core/api.ts';

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
          ? `Keep the program ${isolated(displayName)}`
          : `Keep the invitation of ${isolated(displayName)}`,
      help: [email ?? 'Machine account', origin('added', addedBy, addedFrom)].join(', '),
    })),
    ...tokens.map(({ id, name, role, maker, organisation, madeBy, madeFrom }) => ({
      id,
      label: `Keep the API token ${isolated(name)}`,
      help: `${roleTitle(role)} of ${isolated(organisation.displayName)} as ${isolated(maker.displayName)}, ${origin('made', madeBy, madeFrom)}`,
    })),
  ];
}

function origin(
  deed: string,
  by: { displayName: string } | null,
  from: { displayName: string } | null,
): string {
  if (!by) return `${deed} by nobody knows whom`;
  return from
    ? `${deed} by ${isolated(by.displayName)} from ${isolated(from.displayName)}`
    : `${deed} by ${isolated(by.displayName)}`;
}
