const mention = /<@([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})>/giu;

/** A mention as the text of a note holds it. */
export function mentionOf(id: string): string {
  return `<@${id}>`;
}

/** The ids of those whom a text mentions, each once. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(mention)].map(([, id = '']) => id.toLowerCase()))];
}

/** A stretch of a text, or somebody whom it mentions. */
export type TextPart = string | { id: string };

/** A text apart from its mentions. */
export function partsOfText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of text.matchAll(mention)) {
    if (found.index > from) parts.push(text.slice(from, found.index));
    parts.push({ id: (found[1] ?? '').toLowerCase() });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
