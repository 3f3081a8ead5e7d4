import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

/** How one token differs from a good one. */
export interface Forgery {
  /** Claims that are set, or with `undefined` left out. */
  claims?: Record<string, unknown>;
  /** Signed by another key, under the name of the good one. */
  isForged?: boolean;
  /** Signed by a key, and under a name, that the provider never published. */
  isUnknownKey?: boolean;
  /** Not signed at all. */
  isUnsigned?: boolean;
  /** Signed with what client and provider share, as HS256. */
  isShared?: boolean;
}

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

const CLIENT_ID = 'canopy';
const KEY_ID = 'known';

/** A provider that signs whatever it is told to: good tokens, and each kind of bad one. */
export class HostileProvider implements AsyncDisposable {
  readonly #server: Server;
  readonly #keys: { good: Key; other: Key };
  readonly #published: JWK;
  #token = '';
  /** What it says of itself besides the usual, or instead of it. */
  metadata: Record<string, unknown> = {};
  /** Takes the client's secret by the `Authorization` header alone. */
  isBasicOnly = false;
  /** Describes itself without end. */
  isEndless = false;
  /** How often it was asked to describe itself. */
  discoveries = 0;

  private constructor(server: Server, keys: { good: Key; other: Key }, published: JWK) {
    this.#server = server;
    this.#keys = keys;
    this.#published = published;
    server.on('request', (request, response) => {
      const path = new URL(request.url ?? '', this.issuer).pathname;
      response.setHeader('content-type', 'application/json');
      if (path.startsWith('/.well-known/')) this.discoveries += 1;
      if (path.startsWith('/.well-known/') && this.isEndless) {
        pour(response);
      } else if (path === '/token' && this.isBasicOnly && !request.headers.authorization) {
        response.statusCode = 401;
        response.end(JSON.stringify({ error: 'invalid_client' }));
      } else response.end(JSON.stringify(this.#answer(path)));
    });
  }

  static async start(): Promise<HostileProvider> {
    const good = await generateKeyPair('RS256');
    const other = await generateKeyPair('RS256');
    const published = { ...(await exportJWK(good.publicKey)), kid: KEY_ID, alg: 'RS256' };
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const keys = { good: good.privateKey, other: other.privateKey };
    return new HostileProvider(server, keys, published);
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What connects Canopy with it. */
  get connection() {
    const { issuer } = this;
    return { kind: 'oidc', label: 'Hostile', issuer, clientId: CLIENT_ID, enabled: true } as const;
  }

  /** Makes the token that it gives for the next code. */
  async prepare(nonce: string, forgery: Forgery = {}): Promise<void> {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      aud: CLIENT_ID,
      sub: 'somebody',
      email: 'somebody@elsewhere.example',
      iat: now,
      exp: now + 300,
      nonce,
      ...forgery.claims,
    };
    this.#token = await this.#sign(claims, forgery);
  }

  async #sign(claims: JWTPayload, forgery: Forgery): Promise<string> {
    if (forgery.isUnsigned) {
      const parts = [{ alg: 'none' }, claims].map((part) => base64url(JSON.stringify(part)));
      return `${parts.join('.')}.`;
    }
    if (forgery.isShared) {
      const secret = new TextEncoder().encode('a secret that both of them know');
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    }
    const isOther = forgery.isForged === true || forgery.isUnknownKey === true;
    const kid = forgery.isUnknownKey ? 'unknown' : KEY_ID;
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(isOther ? this.#keys.other : this.#keys.good);
  }

  #answer(path: string): object {
    if (path === '/jwks') return { keys: [this.#published] };
    if (path === '/token') {
      return { access_token: 'any', token_type: 'Bearer', id_token: this.#token };
    }
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      // an honest one would not offer `none`: who trusts this list alone takes unsigned tokens
      id_token_signing_alg_values_supported: ['RS256', 'none'],
      ...this.metadata,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Blanks in front of a JSON text that never begins, as fast as they are taken. */
function pour(response: ServerResponse): void {
  const blanks = Buffer.alloc(64 * 1024, ' ');
  const more = () => {
    while (!response.destroyed && response.write(blanks));
  };
  response.on('drain', more);
  more();
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
