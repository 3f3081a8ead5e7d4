import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

const CLIENT_ID = 'canopy';
const CLIENT_SECRET = 'a-client-secret-that-nobody-may-read';

/** What a provider says of whoever signs in, besides who it is. */
export type Claims = Record<string, string | boolean>;

/**
 * A real OpenID Connect provider with pages of its own, at which everybody signs in by saying who
 * they are, with any password.
 */
export class IdentityProvider implements AsyncDisposable {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(claims: Claims = {}): Promise<IdentityProvider> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const started = new IdentityProvider(server);
    const provider = new Provider(started.issuer, {
      clients: [
        {
          client_id: CLIENT_ID,
          client_secret: CLIENT_SECRET,
          redirect_uris: ['http://127.0.0.1/api/auth/federated'],
          token_endpoint_auth_method: 'client_secret_post',
          application_type: 'native', // so that it takes addresses of this machine
        },
      ],
      claims: {
        openid: ['sub', ...Object.keys(claims)],
        email: ['email'],
      },
      conformIdTokenClaims: false, // claims are in the token itself, as at Entra and Google
      findAccount: (_, id) => ({
        accountId: id,
        claims: () => ({ sub: id, email: `${id}@provider.example`, ...claims }),
      }),
      cookies: { keys: ['for tests alone'] },
    });
    // the address to come back to holds an id that is known only after it was connected
    provider.Client.prototype.redirectUriAllowed = (address: string) =>
      /^http:\/\/[\w.]+:\d+\/api\/auth\/federated\/[\da-f-]+\/callback$/.test(address);
    const answer = provider.callback();
    server.on('request', (request, response) => void answer(request, response));
    return started;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What connects Canopy with it. */
  get connection() {
    const { issuer } = this;
    return {
      kind: 'oidc',
      label: 'Example sign-in',
      issuer,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      scopes: 'openid email',
      enabled: true,
    } as const;
  }

  /** Signs in and agrees on its pages, as a browser would; the address it sends the browser to. */
  async signIn(there: URL, login: string): Promise<URL> {
    const jar = new Map<string, string>();
    let url = there;
    let form: Record<string, string> | null = null;
    for (let page = 0; page < 10; page += 1) {
      if (url.origin !== this.issuer) return url;
      const response = await visit(url, jar, form);
      const location = response.headers.get('location');
      const text = await response.text();
      if (location !== null) {
        url = new URL(location, url);
        form = null;
      } else {
        const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1];
        if (prompt === undefined) throw new Error(`A page without a form:\n${text}`);
        url = new URL(/action="([^"]+)"/.exec(text)?.[1] ?? '', url);
        form = prompt === 'login' ? { prompt, login, password: 'any' } : { prompt };
      }
    }
    throw new Error('It does not end.');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

async function visit(
  url: URL,
  jar: Map<string, string>,
  form: Record<string, string> | null,
): Promise<Response> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return response;
}
