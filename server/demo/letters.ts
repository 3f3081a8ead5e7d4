import type { Letter, Mailer } from '../core/mail.ts';
import { MailText } from '../core/mail-words.ts';

/** A stand-in for the mail server: the link of an invitation is followed, not sent. */
export class Letters implements Mailer {
  readonly isSetUp = false;
  #last = '';

  /** The text of the last letter. */
  get last(): string {
    return this.#last;
  }

  link(page: string): MailText {
    return new MailText(page);
  }

  deliver({ text }: Letter): Promise<void> {
    this.#last = text;
    return Promise.resolve();
  }

  close(): void {
    // nothing is held open
  }
}
