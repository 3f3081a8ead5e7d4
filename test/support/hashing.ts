import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** What Argon2id cannot do with less. */
const least = { memory: 8, passes: 1 };

const argon2 = crypto.argon2;
let isCheap = true;

/**
 * Imported before the server, whose tests hash thousands of passwords: each takes the least work
 * there is. Programs and journeys hash as the product does.
 */
crypto.argon2 = (algorithm, parameters, done) => {
  argon2(algorithm, isCheap ? { ...parameters, ...least } : parameters, done);
};
syncBuiltinESMExports();

/** While it lives, hashing takes the work that the product asks for. */
export function hashInEarnest(): Disposable {
  isCheap = false;
  return {
    [Symbol.dispose]() {
      isCheap = true;
    },
  };
}
