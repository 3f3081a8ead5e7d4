import type { FileFormat } from '../../shared/core/list.ts';
import type { Column } from '../ui/table.ts';

type Asked = Readonly<Record<string, string | undefined>>;

/** A list as what stands above it looks at it, whatever it is of. */
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
  /** Where exactly what is shown can be had as a file. */
  exportUrl: (format: FileFormat) => string;
  readonly whole: { readonly path: string };
  /** What of a query means something to the list. */
  known: (query: Asked) => Asked;
  ask: (change: Asked) => void;
}

/** A filter of a list: its column, what it is called, and the values with their words. */
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
