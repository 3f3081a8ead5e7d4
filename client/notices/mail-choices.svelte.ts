import type { NoticePreference } from '../../shared/notices/contract.ts';
import type { MailChoice } from '../../shared/notices/mail-choices.ts';
import { chooseNoticeMail, findNoticePreferences } from '../../shared/notices/endpoints.ts';
import type { Api } from '../core/api.ts';

/** How notices reach the reader by mail, as the server last said. */
export class MailChoices {
  readonly #api: Api;
  #items = $state.raw<readonly NoticePreference[]>();
  #error = $state.raw<unknown>();
  #failure = $state.raw<unknown>();

  constructor(api: Api) {
    this.#api = api;
    void this.load();
  }

  get items(): readonly NoticePreference[] | undefined {
    return this.#items;
  }

  /** Why they could not be read. */
  get error(): unknown {
    return this.#error;
  }

  /** Why the last choice was not taken. */
  get failure(): unknown {
    return this.#failure;
  }

  async load(): Promise<void> {
    this.#error = undefined;
    try {
      this.#items = (await this.#api.call(findNoticePreferences)).data.items;
    } catch (error) {
      this.#error = error;
    }
  }

  async choose(kind: string, mail: MailChoice): Promise<void> {
    this.#failure = undefined;
    try {
      this.#items = (
        await this.#api.call(chooseNoticeMail, { id: kind, body: { mail } })
      ).data.items;
    } catch (error) {
      this.#failure = error;
    }
  }
}
