import { says } from '../shared/core/words.ts';
import { type Context as HttpContext, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { openAPIRouteHandler } from 'hono-openapi';
import { Refusal } from '../shared/core/refusals.ts';
import { requireSignedIn } from './sign-in/open-to-nobody.ts';
import { type SessionCookie, sessionCookie } from './sign-in/session-cookie.ts';
import { useSession } from './sign-in/sessions.ts';
import type { Context } from './context.ts';
import type { EntityManager } from './core/db/open-database.ts';
import { clientFiles } from './core/http/client-files.ts';
import { answerProblem, createErrorHandler } from './core/http/errors.ts';
import {
  ACCOUNT_HEADER,
  addressOf,
  bearerOf,
  guardMediaType,
  guardOrigin,
  guardText,
  readCaller,
  requireSameAccount,
  readIdempotency,
} from './core/http/request.ts';
import { type AppEnv, createRouter } from './core/http/router.ts';
import { liveness, readinessOf } from './health.ts';
import { docsPage } from './core/http/docs-page.ts';
import { finishBody } from './core/http/finish-body.ts';
import { refuseTokens } from './tokens/refuse-tokens.ts';

const MOST_BODY_BYTES = 1024 * 1024;

/** What the app is told by whoever starts it. */
export interface AppOptions {
  /** The folder of the built client; without it only the API is served. */
  clientFolder: string | null;
  /** Whether no answer may say anything else than its contract; for tests. */
  checksAnswers: boolean;
}

/** All HTTP of the product: health, the API, and the client's files last. */
export function createApp(context: Context, options: AppOptions): Hono<AppEnv> {
  const { clientFolder } = options;
  const app = new Hono<AppEnv>();
  const readiness = readinessOf(context);
  app.onError(createErrorHandler(context.log, readiness.noteFull));
  app.use(securityHeaders(context));
  app.use(measure(context));
  app.use(finishBody);
  app.get('/healthz', (c) => answerState(c, liveness(context.feed), 'alive'));
  app.get('/readyz', async (c) => answerState(c, await readiness.find(), 'ready'));
  app.get('/metrics', async (c) =>
    c.text(await context.metrics.registry.metrics(), 200, {
      'content-type': context.metrics.registry.contentType,
    }),
  );
  app.get('/api/openapi.json', openAPIRouteHandler(app, { documentation }));
  app.route('/api', createApi(context, options));
  if (clientFolder) app.route('/', clientFiles(clientFolder));
  app.notFound((c) => answerProblem(c, new Refusal('not-found')));
  return app;
}

/** The API alone: every route below `/api`, with what each request passes first. */
function createApi(context: Context, { checksAnswers }: AppOptions): Hono<AppEnv> {
  const { features } = context;
  const cookie = sessionCookie(context.isHttps);
  const api = createRouter();
  api.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    c.set('checksAnswers', checksAnswers);
    await next();
  });
  api.use(guardOrigin(context.isOwnOrigin));
  api.route('/docs', docsPage());
  api.use(async (c, next) => {
    const address = addressOf(c, context.clientAddress);
    const credential = await credentialOf(c, { context, cookie, address });
    const work = context.openWork(readCaller(c, credential, address));
    c.set('work', work);
    await next();
    c.header('x-change-seq', String(work.seq));
    c.header('x-request-id', work.caller.requestId);
  });
  api.use(requireSignedIn); // before anything is said of what was sent
  api.use(guardText());
  for (const { byteRoutes } of features) if (byteRoutes) api.route('/', byteRoutes(context));
  api.use(guardMediaType);
  api.use(
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError: () => {
        throw new Refusal('request.too-large', says.atMostOneMebibyte);
      },
    }),
  );
  api.use(async (c, next) => {
    c.var.work.caller.idempotency = await readIdempotency(c);
    await next();
  });
  const closed = features.flatMap(({ closedToTokens = [] }) => closedToTokens);
  for (const path of closed) api.use(path, refuseTokens);
  for (const { routes } of features) if (routes) api.route('/', routes(context));
  api.all('*', () => {
    throw new Refusal('not-found');
  });
  return api;
}

/** The hash of the token that the request shows: an API token's before the cookie's. */
async function credentialOf(
  c: HttpContext,
  { context, cookie, address }: { context: Context; cookie: SessionCookie; address: string },
): Promise<string | null> {
  const { database, clock, tokenDoor } = context;
  const em = database.em.fork() as EntityManager;
  const now = clock.now();
  const text = bearerOf(c.req.header('authorization'));
  if (text !== null) return tokenDoor.open(em, { text, address, now });
  for (const token of cookie.read(c)) {
    const session = await useSession(em, token, now);
    if (!session) continue;
    requireSameAccount(c.req.header(ACCOUNT_HEADER), session.accountId);
    return session.tokenHash;
  }
  return null;
}

const documentation = {
  info: {
    title: 'Canopy',
    version: '1',
    description:
      'The commercial tree of a cloud provider. Conventions: JSON in camelCase, UTC ISO 8601, ' +
      'If-Match for changes, Idempotency-Key for creations, RFC 9457 problem details.',
  },
  components: {
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'canopy' },
      token: { type: 'http', scheme: 'bearer', description: 'An API token: cnp_…' },
    },
  },
} as const;

function answerState<State extends { status: string }>(c: HttpContext, state: State, good: string) {
  if (state.status === good) return c.json(state);
  return c.json(state, 503, { 'Retry-After': '2' });
}

/** A file is saved, and where a browser shows it all the same, it may do nothing. */
const OF_FILES = "sandbox; default-src 'none'";

function securityHeaders({ publicUrl }: Context): MiddlewareHandler<AppEnv> {
  const ofPages = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
    referrerPolicy: 'no-referrer',
  });
  return async (c, next) => {
    await ofPages(c, next);
    const isFile = c.res.headers.has('Content-Disposition');
    if (isFile) c.res.headers.set('Content-Security-Policy', OF_FILES);
  };
}

function measure({ metrics }: Context) {
  return async (
    c: { req: { method: string }; res: Response },
    next: () => Promise<void>,
  ): Promise<void> => {
    const end = metrics.requests.startTimer({ method: c.req.method });
    await next();
    end({ status: String(c.res.status) });
  };
}
