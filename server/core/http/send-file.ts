import { create as dispositionOf } from 'content-disposition';
import type { Context } from 'hono';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { ByteRange } from '../files/files.ts';
import { wantedRange } from './byte-range.ts';
import type { AppEnv } from './router.ts';

/** A file as it is stored, of which parts can be asked for. */
export interface KeptFile {
  /** Cleaned: the header keeps whatever stands in it. */
  name: string;
  type: string;
  size: number;
  /** The hash of its bytes. */
  sha256: string;
  open: (range?: ByteRange) => Promise<ReadableStream<Uint8Array>>;
}

/** Sends a file to be saved, and never to be shown by the browser as a page of ours [W8]. */
export async function sendFile(c: Context<AppEnv>, file: KeptFile): Promise<Response> {
  const { name, type, size, sha256 } = file;
  const etag = `"${sha256}"`;
  c.header('Accept-Ranges', 'bytes');
  const asked = { range: c.req.header('range'), ifRange: c.req.header('if-range') };
  const isHead = c.req.method === 'HEAD';
  const wanted = isHead ? 'whole' : wantedRange(asked, { size, etag });
  if (wanted === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${size}`);
    throw new Refusal('request.range');
  }
  const range = wanted === 'whole' ? undefined : wanted;
  if (range) c.header('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  const headers = {
    ETag: etag,
    'Content-Type': type,
    'Content-Length': String(range ? range.end - range.start + 1 : size),
    'Content-Disposition': dispositionOf(name),
  };
  return isHead
    ? c.body(null, 200, headers)
    : c.body(await file.open(range), range ? 206 : 200, headers);
}
