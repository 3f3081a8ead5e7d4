import type { MeantList } from '../../../shared/bulk/contract.ts';

/** The rows that are meant: those that were ticked, or a list as a whole. */
export type Meant = { ids: readonly string[] } | { list: MeantList };

/** The body of a request over many rows. */
export function bulkRequest(action: string, meant: Meant, fields: object = {}) {
  return {
    ...fields,
    action,
    ...('ids' in meant ? { ids: [...meant.ids] } : { list: meant.list }),
  };
}
