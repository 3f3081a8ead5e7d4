const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from outside can be an id at all; what cannot is treated as unknown, not as an error. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** The id that stands for the actor of what nobody did: what happens by time alone. */
export const BY_TIME = 'system';
