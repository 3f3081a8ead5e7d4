/**
 * A 32-bit FNV-1a hash of what identifies a delivered change; client and server XOR these to
 * prove to each other that a subscription missed nothing.
 */
export function changeHash(change: { seq: number; id: string; version: number }): number {
  const text = `${change.seq}:${change.id}:${change.version}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
