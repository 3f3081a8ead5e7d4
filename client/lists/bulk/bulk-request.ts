import type { MeantList } from '../../../shared/bulk/contract.ts';

/** The rows of a bulk action: those that were selected, or a whole list. */
export type Meant = { ids: readonly string[] } | { list: MeantList };

/** The request body of a bulk action. */
export function bulkRequest(action: string, meant: Meant, fields: object = {}) {
  return {
    ...fields,
    action,
    ...('ids' in meant ? { ids: [...meant.ids] } : { list: meant.list }),
  };
}
