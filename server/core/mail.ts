import fs from 'node:fs/promises';
import { isIP } from 'node:net';
import path from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { Log } from './log.ts';
import { MailText } from './mail-words.ts';
import { words } from './words.ts';

const PRODUCT = 'Canopy';

/** Whom a mail goes to. */
export interface Addressee {
  accountId: string;
  email: string;
  name: string;
}

/** Only `MailText` goes in, so that nobody's name or reason can speak in our voice. */
export interface MailContent {
  /** The subject goes behind the product's name. */
  subject: MailText;
  /** Each a paragraph of its own; so are links. */
  lines: readonly MailText[];
}

/** A mail to queue; it is written once the language of its reader is known. */
export interface Mail {
  to: Addressee;
  write: () => MailContent;
}

/** A mail as it is queued: its text is whole, so that each try sends the same [J6]. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** The mailer sends mail, and knows the address that its links start with. */
export interface Mailer {
  /** An absolute link to a page; always of the configured public address. */
  link: (page: string) => MailText;
  /** Whether mails leave; else they are written to the outbox, where nobody gets them. */
  isSetUp: boolean;
  /**
   * The mailer sends a letter, under the same `Message-ID` each time; fails where it was not taken.
   */
  deliver: (letter: Letter, id: string) => Promise<void>;
  close: () => void;
}

export interface MailerOptions {
  publicUrl: () => string;
  smtpUrl: string | null;
  /** Where mails are written as `.eml` files when there is no SMTP server. */
  outbox: string;
  log: Log;
}

/** A mail is written in the language of the moment. */
export function letterOf({ to: { email, name }, write }: Mail): Letter {
  const { subject, lines } = write();
  const text = [words.hello({ name }), ...lines].map((line) => line.text).join('\n\n');
  return { to: email, subject: `${PRODUCT}: ${subject.text}`, text };
}

/** What is shown of an address to who may not know it: the server that takes its mail. */
export function maskedAddress(address: string): string {
  return `…${address.slice(address.lastIndexOf('@'))}`;
}

/** A mailer over SMTP, or over a folder of `.eml` files where no server is configured. */
export function createMailer({ publicUrl, smtpUrl, outbox, log }: MailerOptions): Mailer {
  const { send, close } = smtpUrl ? overSmtp(smtpUrl) : intoFolder(outbox, log);
  return {
    isSetUp: smtpUrl !== null,
    link: (page) => new MailText(new URL(page, publicUrl()).href),
    async deliver(letter, id) {
      const domain = domainOf(publicUrl());
      await send(
        {
          ...letter,
          from: { name: PRODUCT, address: `no-reply@${domain}` },
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        },
        id,
      );
    },
    close,
  };
}

/** An address needs a domain; a server that is known by its IP address alone has none. */
function domainOf(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return isIP(hostname.replace(/^\[(.*)\]$/, '$1')) === 0 ? hostname : 'localhost';
}

interface Delivery {
  send: (message: SendMailOptions, id: string) => Promise<void>;
  close: () => void;
}

/** A mail server that takes the line and says nothing is given up in time. */
function overSmtp(url: string): Delivery {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    async send(message) {
      await transport.sendMail(message);
    },
    close: () => {
      transport.close();
    },
  };
}

function intoFolder(outbox: string, log: Log): Delivery {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async send(message, id) {
      const { message: eml } = await transport.sendMail(message);
      await fs.mkdir(outbox, { recursive: true });
      const file = path.join(outbox, `${id}.eml`);
      await fs.writeFile(file, eml as Buffer, { mode: 0o600 });
      log.info({ file }, 'no SMTP server is configured: a mail was written to the outbox');
    },
    close: () => undefined,
  };
}
