import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A mail as it left: its headers, and its text as the reader sees it. */
export interface ReadMail {
  headers: string;
  text: string;
}

/** The mails of an outbox folder to somebody, the oldest first. */
export async function mailsTo(email: string, outbox: string): Promise<ReadMail[]> {
  const files = (await readdir(outbox)).sort();
  const mails = await Promise.all(files.map((file) => readFile(join(outbox, file), 'utf8')));
  return mails.map(readMail).filter(({ headers }) => headers.includes(`To: ${email}`));
}

/** The token of the invitation's link in a mail. */
export function invitationToken({ text }: ReadMail): string {
  const token = /\/invitations\/([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`There is no invitation in this mail:\n${text}`);
  return token;
}

/** Takes the transfer encoding off a mail of one part. */
export function readMail(eml: string): ReadMail {
  const [headers = '', ...rest] = eml.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const isQuoted = /^content-transfer-encoding: quoted-printable/im.test(headers);
  return { headers, text: isQuoted ? unquote(body) : body };
}

function unquote(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
