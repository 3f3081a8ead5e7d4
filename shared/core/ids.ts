import { z } from 'zod';

/** A record's identifier: a UUIDv7, so that ids sort by the time they were made. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from outside can be an id at all; what cannot is treated as unknown, not as an error. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
