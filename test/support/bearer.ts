import type { Role } from '../../shared/access/roles.ts';
import type { NewToken } from '../../shared/tokens/contract.ts';
import { PASSWORD } from './people.ts';
import type { PlaceName } from './places.ts';
import { type Answer, bodyOf, Session } from './session.ts';
import { LiveSocket } from './socket.ts';
import type { World } from './world.ts';

/** A program that calls by an API token: without a cookie, and from wherever it likes. */
export class Bearer extends Session {
  readonly token: string;

  constructor(url: string, token: string) {
    super(url, '', 'https://elsewhere.example');
    this.token = token;
  }

  override raw<T>(method: string, path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const headers = { authorization: `Bearer ${this.token}`, ...(init.headers as object) };
    return super.raw<T>(method, path, { ...init, headers });
  }

  override socket(): Promise<LiveSocket> {
    return LiveSocket.open(this.url, {}, { token: this.token });
  }
}

/** What a token is made with, by the name of the place. */
export interface TokenWish {
  role: Role;
  at: PlaceName;
  /** The machine account that it acts as; its maker where none is given. */
  as?: string;
  name?: string;
  expiresInDays?: number;
}

/** Asks for a token; proves anew who asks where the last proof is too old. */
export async function makeToken(
  world: World,
  maker: Session,
  { role, at, as, name = 'Nightly export', expiresInDays = 30 }: TokenWish,
): Promise<NewToken> {
  const accountId = as === undefined ? {} : { accountId: as };
  const wish = { name, role, organisationId: world.ids[at], expiresInDays, ...accountId };
  const answer = await maker.post<NewToken & { code?: string }>('/tokens', wish);
  if (answer.body.code !== 'auth.reauthenticate') return bodyOf(answer);
  bodyOf(await maker.post('/auth/reauthenticate', { password: PASSWORD }));
  return bodyOf(await maker.post<NewToken>('/tokens', wish));
}

/** A program with a token of its own. */
export async function bearerOf(world: World, maker: Session, wish: TokenWish): Promise<Bearer> {
  const { token } = await makeToken(world, maker, wish);
  return new Bearer(world.url, token);
}
