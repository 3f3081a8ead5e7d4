import type { AuditEntry } from '../../shared/audit/contract.ts';
import {
  exportAudit,
  exportAuditAt,
  listAudit,
  listAuditAt,
} from '../../shared/audit/endpoints.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Answer, Api } from '../core/api.ts';
import { endpointUrl, type QueryOf } from '../core/endpoint-url.ts';

/** What is chosen out of the audit, as the server's query has it. */
export type Chosen = Readonly<Record<string, string | undefined>>;

/** By what it can be chosen. */
export const conditions = ['q', 'outcome', 'resource', 'from', 'actor', 'action'] as const;

/** The conditions that an address holds; its other parameters belong to other lists. */
export function chosenIn(address: Readonly<Record<string, string>>): Chosen {
  return Object.fromEntries(conditions.map((name) => [name, address[name]]));
}

/**
 * A part of a choice is read: of the audit of an organisation, or of all in scope where none is
 * said.
 */
export function readChosen(
  api: Api,
  at: string | undefined,
  { chosen, ...part }: { chosen: Chosen; limit: number; cursor: string | undefined },
): Promise<Answer<Page<AuditEntry>>> {
  // An address may hold anything; what is no choice the server refuses.
  const query = { ...chosen, ...part } as QueryOf<typeof listAuditAt>;
  return at === undefined
    ? api.call(listAudit, { query })
    : api.call(listAuditAt, { id: at, query });
}

/** Where a choice can be had as a file. */
export function exportUrl(at: string | undefined, format: 'csv' | 'jsonl', chosen: Chosen): string {
  const query = { format, ...chosen } as QueryOf<typeof exportAuditAt>;
  return at === undefined
    ? endpointUrl(exportAudit, { query })
    : endpointUrl(exportAuditAt, { id: at, query });
}
