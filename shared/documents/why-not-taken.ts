import type { Said } from '../core/words/said.ts';
import type { DocumentKind } from './contract.ts';
import { endingOf, endingsFor, isTakenAs } from './file-types.ts';
import { MOST_BYTES } from './limits.ts';
import { says } from './words.ts';

/** Why a file of this name and size cannot be a document of this kind; the same on both sides. */
export function whyNotTaken(
  kind: DocumentKind,
  { name, size }: { name: string; size: number },
): { field: 'name' | 'size'; said: Said } | undefined {
  if (size < 1) return { field: 'size', said: says.isEmpty };
  const most = MOST_BYTES[kind];
  if (size > most) return { field: 'size', said: says.isTooLarge({ kind, size, most }) };
  if (isTakenAs(kind, name)) return undefined;
  const taken = { kind, endings: [...endingsFor(kind)] };
  const ending = endingOf(name);
  const said = ending === '' ? says.noEnding(taken) : says.endingNotTaken({ ending, ...taken });
  return { field: 'name', said };
}
