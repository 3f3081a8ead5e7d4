import { bodyOf } from '../support/session.ts';
import { createWorld } from '../support/world.ts';

/** Ben of alder, and Ann who gives and takes his roles. */
export async function twoOfAlder() {
  const world = await createWorld();
  const ann = await world.signIn('partner-admin@alder');
  const ben = await world.signIn('nobody@alder');
  const { account } = await ben.who();
  const give = async (role: string, place: 'acme' | 'beta') => {
    const input = { role, organisationId: world.ids[place] };
    return bodyOf(await ann.post<{ id: string }>(`/accounts/${account.id}/grants`, input));
  };
  return { world, ann, ben, give, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}
