/** Characters of words and signs, some of which are blank all the same. */
const SHOWN = /[\p{L}\p{N}\p{P}\p{S}]/gu;
const BLANK = /[\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a text shows anything at all. */
export function isVisible(text: string): boolean {
  return (text.match(SHOWN) ?? []).some((character) => !BLANK.test(character));
}
