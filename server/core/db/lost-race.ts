import { OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';

/** Whether a transaction failed because another one was faster, and may succeed on the new state. */
export function isLostRace(error: unknown): boolean {
  if (error instanceof OptimisticLockError) return true;
  // Use cases look for what must be unique before they write it: another one wrote it meanwhile.
  if (error instanceof UniqueConstraintViolationException) return true;
  const state = (error as { code?: string }).code;
  return state === '40001' || state === '40P01';
}
