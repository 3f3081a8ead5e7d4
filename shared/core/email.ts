import { fixedText } from './words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';
import { LENGTHS } from './lengths.ts';
import { tidied } from './line.ts';

/** Letters, marks and digits of any script, and the signs that RFC 5322 allows without quotes. */
const LOCAL_PART =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const ASCII_DOMAIN = /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+([a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/** The signs of a full-width keyboard that belong to an address. */
const WIDE = /[\uff01-\uff5e]/g;

/** An address as it is kept: small letters, without spaces of any width and what shows nothing. */
export function tidiedEmail(text: string): string {
  return tidied(text)
    .replace(/[\s\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .normalize('NFC');
}

/** The domain of an address as the network knows it: `münchen.de` and `xn--mnchen-3ya.de` are one. */
function asciiDomain(domain: string): string | null {
  if (!/^[^\s/?#:@[\]\\%]+$/.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  const { hostname } = new URL(`http://${domain}`);
  return ASCII_DOMAIN.test(hostname) ? hostname : null;
}

/** What an address is known by: the same for every way of writing it. What is none stays as it is. */
export function emailKey(email: string): string {
  const tidy = tidiedEmail(email);
  const at = tidy.lastIndexOf('@');
  const domain = asciiDomain(tidy.slice(at + 1));
  return domain === null || at < 1 ? tidy : `${tidy.slice(0, at)}@${domain}`;
}

/** Whether a tidied text is an address that mail can be sent to. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && local.length <= 64 && LOCAL_PART.test(local) && asciiDomain(domain) !== null;
}

/** An e-mail address, wherever one is taken. */
export const Email = z
  .string()
  .overwrite(tidiedEmail)
  .refine(isEmail, fixedText(says.notEmail))
  .max(LENGTHS.email, fixedText(says.atMost({ most: LENGTHS.email })));

/** What somebody gives as their address, right or wrong: it is only compared, by its key. */
export const GivenEmail = z.string().max(1000, fixedText(says.emailTooLong)).overwrite(emailKey);
