import fs from 'node:fs/promises';
import path from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { Log } from './log.ts';
import { newId } from './new-id.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends mail, and knows the address that its links start with. */
export interface Mailer {
  /** An absolute link to a page; always of the configured public address. */
  link: (page: string) => string;
  send: (mail: Mail) => Promise<void>;
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
  const deliver = smtpUrl ? overSmtp(smtpUrl) : intoFolder(outbox, log);
  return {
    link: (page) => new URL(page, publicUrl()).href,
    async send(mail) {
      const from = { name: 'Canopy', address: `no-reply@${new URL(publicUrl()).hostname}` };
      try {
        await deliver({ from, ...mail });
      } catch (error) {
        log.error({ error, subject: mail.subject }, 'a mail could not be sent');
      }
    },
  };
}

type Deliver = (message: SendMailOptions) => Promise<void>;

function overSmtp(url: string): Deliver {
  const transport = nodemailer.createTransport(url);
  return async (message) => {
    await transport.sendMail(message);
  };
}

function intoFolder(outbox: string, log: Log): Deliver {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return async (message) => {
    const { message: eml } = await transport.sendMail(message);
    await fs.mkdir(outbox, { recursive: true });
    const file = path.join(outbox, `${newId()}.eml`);
    await fs.writeFile(file, eml as Buffer, { mode: 0o600 });
    log.info({ file }, 'no SMTP server is configured: a mail was written to the outbox');
  };
}
