import type { Mail, Mailer } from '../core/mail.ts';
import { Words } from '../core/mail-words.ts';

/** Takes the place of the mail server: the link of an invitation is followed, not sent. */
export class Letters implements Mailer {
  readonly isSetUp = true;
  #last = '';

  /** The text of the last letter. */
  get last(): string {
    return this.#last;
  }

  link(page: string): Words {
    return new Words(page);
  }

  send({ lines }: Mail): Promise<void> {
    this.#last = lines.map(({ text }) => text).join('\n');
    return Promise.resolve();
  }

  settled(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
