import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, type Env, Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { isOfVisitors, type PageAddress, pageAt } from '../../../shared/core/pages.ts';
import { bestEncoding, encodings } from './accept-encoding.ts';
import { etagOf, isKnown } from './etag.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';
/** Hashed assets, and what lies beside the page; neither compressed copies nor the manifest. */
const SERVED = /^\/(assets\/)?[\w-][\w.-]*\.(?!gz$|br$|html$)\w+$/;
const FRAME = /<!-- frame -->[\s\S]*<!-- \/frame -->/;

/**
 * The built client: hashed assets for good, and the page for every address of a page. Anything
 * else is a 404: a name with an ending in plain words, since a browser that asks for a chunk of
 * another release must not take the page for it, and every other address as the page that says so.
 */
export function clientFiles(folder: string) {
  return new Hono().get('*', async (c, next) => {
    const asked = c.req.path;
    const address = pageAt(asked);
    if (!address && SERVED.test(asked)) {
      return (await fileAt(c, path.join(folder, asked))) ?? next();
    }
    if (!address && isFileName(asked)) return next();
    const html = fs.readFileSync(path.join(folder, 'index.html'), 'utf8');
    return page(c, address, html);
  });
}

/** The file as it is or, where the client takes it, the copy that the build compressed. */
async function fileAt(c: Context<Env, string>, file: string): Promise<Response | undefined> {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  c.header('Cache-Control', c.req.path.startsWith('/assets/') ? FOR_GOOD : 'no-cache');
  c.header('Vary', 'Accept-Encoding');
  if (c.req.header('range') !== undefined) return partOf(c, file);
  const wanted = bestEncoding(c.req.header('accept-encoding'));
  const encoding = wanted && fs.existsSync(file + encodings[wanted]) ? wanted : undefined;
  const etag = etagOf(`${stats.mtimeMs.toString(36)}-${stats.size.toString(36)}`, encoding);
  c.header('ETag', etag);
  if (isKnown(c, etag)) return c.body(null, 304);
  c.header('Content-Type', getMimeType(file) ?? 'application/octet-stream');
  if (encoding) c.header('Content-Encoding', encoding);
  return c.body(await fs.promises.readFile(encoding ? file + encodings[encoding] : file));
}

/** Parts are of the file as it is: those of a compressed copy would fit no other's. */
async function partOf(c: Context<Env, string>, file: string): Promise<Response | undefined> {
  const answer = serveStatic<Env>({ path: path.relative(process.cwd(), file) });
  const part = await answer(c, () => Promise.resolve());
  return part instanceof Response ? part : undefined;
}

/** The page. Before one is signed in there is no frame around it, so none is drawn. */
function page(c: Context, address: PageAddress | undefined, html: string): Response {
  const isFramed = address !== undefined && !isOfVisitors(address);
  const text = isFramed ? html : html.replace(FRAME, '');
  const isPacked = bestEncoding(c.req.header('accept-encoding')) !== undefined;
  const etag = etagOf(text, isPacked ? 'gzip' : undefined);
  c.header('Cache-Control', 'no-cache');
  c.header('Vary', 'Accept-Encoding');
  c.header('ETag', etag);
  if (address && isKnown(c, etag)) return c.body(null, 304);
  c.header('Content-Type', 'text/html; charset=UTF-8');
  if (isPacked) c.header('Content-Encoding', 'gzip');
  return c.body(isPacked ? new Uint8Array(gzipSync(text)) : text, address ? 200 : 404);
}

function isFileName(asked: string): boolean {
  return asked.startsWith('/assets/') || /\.\w+$/.test(asked) || /\/\./.test(asked);
}
