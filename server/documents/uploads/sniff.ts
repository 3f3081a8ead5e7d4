import { fileTypeFromFile } from 'file-type';
import type { Said } from '../../../shared/core/words/said.ts';
import {
  endingOf,
  type FileType,
  isText,
  typeSaidBy,
} from '../../../shared/documents/file-types.ts';
import { says } from '../../../shared/documents/words.ts';
import type { Incoming } from '../../core/files/incoming.ts';

/** What a file is by its bytes; or why it is not what its name says. */
type Sniffed = { type: FileType } | { refusal: Said };

/** The bytes decide what a file is, and its name has to say the same [W6]. */
export async function sniff(
  incoming: Incoming,
  { id, name }: { id: string; name: string },
): Promise<Sniffed> {
  const ending = endingOf(name);
  const said = typeSaidBy(name);
  const found = await fileTypeFromFile(incoming.placeOf(id));
  if (said === undefined) return { refusal: says.isUnknown({ ending }) };
  if (found) {
    if (found.mime === said) return { type: said };
    return { refusal: says.isAnother({ ending, found: found.ext }) };
  }
  if (!isText(said)) return { refusal: says.isUnknown({ ending }) };
  return (await isPlainText(incoming.read(id)))
    ? { type: said }
    : { refusal: says.isNoText({ ending }) };
}

/** Text in UTF-8 without a NUL that does not begin as markup does. */
async function isPlainText(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let hasBegun = false;
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true });
      if (text.includes('\0')) return false;
      const first: string = hasBegun ? '' : text.trimStart();
      if (first.startsWith('<')) return false;
      hasBegun ||= first !== '';
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
