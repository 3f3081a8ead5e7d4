import fs from 'node:fs/promises';
import { isIP } from 'node:net';
import path from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { Log } from './log.ts';
import { MailQueue } from './mail-queue.ts';
import { Words } from './mail-words.ts';
import { newId } from './new-id.ts';

/** Only `Words` go in, so that nobody's name or reason can speak in our voice. */
export interface Mail {
  to: string;
  /** Goes behind the product's name. */
  subject: Words;
  /** Each a paragraph of its own; so are links. */
  lines: readonly Words[];
}

/** Sends mail, and knows the address that its links start with. */
export interface Mailer {
  /** An absolute link to a page; always of the configured public address. */
  link: (page: string) => Words;
  /** Whether mails leave; else they are written to the outbox, where nobody gets them. */
  isSetUp: boolean;
  /** Hands a mail over; over SMTP it resolves at once, and the mail is tried until it is taken. */
  send: (mail: Mail) => Promise<void>;
  /** Resolves when every mail that was handed over has been tried. */
  settled: () => Promise<void>;
  /** Gives mails under way a moment, and logs how many are lost with the process. */
  close: () => Promise<void>;
}

export interface MailerOptions {
  publicUrl: () => string;
  smtpUrl: string | null;
  /** Where mails are written as `.eml` files when there is no SMTP server. */
  outbox: string;
  log: Log;
}

/** A mailer over SMTP, or over a folder of `.eml` files where no server is configured. */
export function createMailer({ publicUrl, smtpUrl, outbox, log }: MailerOptions): Mailer {
  const { deliver, settled, close } = smtpUrl ? overSmtp(smtpUrl, log) : intoFolder(outbox, log);
  return {
    isSetUp: smtpUrl !== null,
    link: (page) => new Words(new URL(page, publicUrl()).href),
    async send({ to, subject: about, lines }) {
      const subject = `Canopy: ${about.text}`;
      const text = lines.map((line) => line.text).join('\n\n');
      const from = { name: 'Canopy', address: `no-reply@${domainOf(publicUrl())}` };
      try {
        await deliver({ from, to, subject, text });
      } catch (error) {
        log.error({ err: error, subject }, 'a mail could not be sent');
      }
    },
    settled,
    close,
  };
}

/** An address needs a domain; a server that is known by its IP address alone has none. */
function domainOf(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return isIP(hostname.replace(/^\[(.*)\]$/, '$1')) === 0 ? hostname : 'localhost';
}

interface Delivery {
  deliver: (message: SendMailOptions) => Promise<void>;
  settled: () => Promise<void>;
  close: () => Promise<void>;
}

/** Nobody waits for a mail server: one that takes the line and says nothing holds nobody up. */
function overSmtp(url: string, log: Log): Delivery {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  const queue = new MailQueue((message) => transport.sendMail(message), { log });
  return {
    deliver(message) {
      queue.add(message);
      return Promise.resolve();
    },
    settled: () => queue.settled(),
    close: () => queue.close(),
  };
}

function intoFolder(outbox: string, log: Log): Delivery {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async deliver(message) {
      const { message: eml } = await transport.sendMail(message);
      await fs.mkdir(outbox, { recursive: true });
      const file = path.join(outbox, `${newId()}.eml`);
      await fs.writeFile(file, eml as Buffer, { mode: 0o600 });
      log.info({ file }, 'no SMTP server is configured: a mail was written to the outbox');
    },
    settled: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
