import type { FileFormat } from '../../shared/core/list.ts';
import type { Column } from '../ui/table.ts';

type Asked = Readonly<Record<string, string | undefined>>;

/** A list, of whatever rows, as the toolbar and the saved views use it. */
export interface AskedList {
  readonly state: {
    readonly sought: string;
    readonly isBranch: boolean;
    readonly isNarrowed: boolean;
    readonly columns: readonly string[] | undefined;
    readonly query: Asked;
  };
  readonly allColumns: readonly Column[];
  readonly shownColumns: readonly string[];
  /** The address of an export of exactly what is shown. */
  exportUrl: (format: FileFormat) => string;
  readonly whole: { readonly path: string };
  /** The part of a query that the list understands. */
  known: (query: Asked) => Asked;
  ask: (change: Asked) => void;
}

/** A filter of a list: its column, its label, and its values with their labels. */
export interface Filter {
  name: string;
  label: string;
  values: readonly (readonly [value: string, label: string])[];
}

export function filter<Value extends string>(
  name: string,
  label: string,
  values: readonly Value[],
  word: (value: Value) => string,
): Filter {
  return { name, label, values: values.map((value) => [value, word(value)] as const) };
}
