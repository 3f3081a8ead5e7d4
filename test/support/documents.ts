import type { Document, Reserved, Upload } from '../../shared/documents/contract.ts';
import { type Answer, bodyOf, type Session } from './session.ts';

/** What a file is announced as. */
export interface FileWish {
  name?: string;
  kind?: Document['kind'];
  visibility?: Document['visibility'];
  replaces?: string;
  size?: number;
}

/** A PDF as small as they come, each with a text of its own. */
export function pdfOf(text: string): Uint8Array {
  return Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
}

/** A PDF of so many bytes. */
export function pdfOfSize(size: number): Uint8Array {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 4) bytes.writeUInt32LE((at * 2_654_435_761) >>> 0, at);
  bytes.write('%PDF-1.4\n');
  return bytes;
}

const tus = { 'tus-resumable': '1.0.0' };

/** Announces a file of an organisation; answers as the server does. */
export function announce(
  session: Session,
  organisation: string,
  bytes: Uint8Array,
  wish: FileWish = {},
): Promise<Answer<Reserved>> {
  return session.post<Reserved>(`/organisations/${organisation}/documents`, {
    ...{ name: 'Contract.pdf', kind: 'contract', visibility: 'shared', size: bytes.byteLength },
    ...wish,
  });
}

/** Where its bytes go, below `/api`. */
export function pathOf({ uploadUrl }: Pick<Reserved, 'uploadUrl'>): string {
  return uploadUrl.slice('/api'.length);
}

/** Sends bytes to an upload, from an offset on. */
export function sendBytes(
  session: Session,
  path: string,
  bytes: Uint8Array | ReadableStream,
  { offset = 0, headers = {}, signal }: SendOptions = {},
): Promise<Answer<unknown>> {
  return session.raw('PATCH', path, {
    headers: {
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      ...headers,
    },
    body: bytes as BodyInit,
    ...(signal && { signal }),
    ...(bytes instanceof ReadableStream && ({ duplex: 'half' } as RequestInit)),
  });
}

interface SendOptions {
  offset?: number;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** How many bytes have arrived, as tus says it. */
export async function offsetOf(session: Session, path: string): Promise<number> {
  const { headers } = await session.raw('HEAD', path, { headers: tus });
  return Number(headers.get('upload-offset') ?? NaN);
}

/** What became of an upload. */
export async function outcomeOf(session: Session, path: string): Promise<Upload> {
  return bodyOf(await session.get<Upload>(path));
}

/** Uploads a file in one go; answers what became of it. */
export async function upload(
  session: Session,
  organisation: string,
  bytes: Uint8Array,
  wish: FileWish = {},
): Promise<Upload> {
  const path = pathOf(bodyOf(await announce(session, organisation, bytes, wish)));
  bodyOf(await sendBytes(session, path, bytes));
  return outcomeOf(session, path);
}

/** The documents of an organisation, as somebody sees them. */
export async function documentsOf(session: Session, organisation: string): Promise<Document[]> {
  const path = `/organisations/${organisation}/documents`;
  return bodyOf(await session.get<{ items: Document[] }>(path)).items;
}
