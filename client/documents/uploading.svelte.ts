import type { DocumentKind, Upload, Visibility } from '../../shared/documents/contract.ts';
import { cancelUpload, findUpload, reserveUpload } from '../../shared/documents/endpoints.ts';
import { uploadIdIn, uploadUrlOf } from '../../shared/documents/upload-url.ts';
import { worded } from '../../shared/core/words/said.ts';
import type { Api } from '../core/api.ts';
import { newKey } from '../core/new-key.ts';
import { toldBriefly } from '../core/refusals.ts';
import {
  forgetUpload,
  recallUpload,
  type Remembered,
  rememberUpload,
} from './remembered-uploads.ts';

const LOOK_AGAIN_MS = 1_000;

/** The document, or version of one, that a file is to become. */
export interface Wish {
  organisationId: string;
  kind: DocumentKind;
  visibility: Visibility;
  /** The document that it is a new version of. */
  replaces?: string | undefined;
}

type State = 'preparing' | 'sending' | 'waiting' | 'paused' | 'checking' | 'done' | 'failed';

/** One file on its way to the server, from its announcement to the document. */
export class Uploading {
  readonly key = newKey();
  readonly file: File;
  readonly wish: Wish;
  readonly #api: Api;
  #id: string | undefined;
  #line = new AbortController();
  #state = $state<State>('preparing');
  #sent = $state(0);
  #failure = $state<string>();
  #isRefused = $state(false);

  constructor(api: Api, file: File, wish: Wish) {
    this.#api = api;
    this.file = file;
    this.wish = wish;
  }

  get state(): State {
    return this.#state;
  }

  get sent(): number {
    return this.#sent;
  }

  /** Why it is no document, in a sentence. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Whether trying again could help. */
  get mayResume(): boolean {
    return this.#state === 'paused' || (this.#state === 'failed' && !this.#isRefused);
  }

  get mayPause(): boolean {
    return this.#state === 'sending' || this.#state === 'waiting';
  }

  /** Sends what is missing; answers with what it became, or nothing where it stopped before. */
  async run(): Promise<Upload | undefined> {
    this.#line = new AbortController();
    const { signal } = this.#line;
    this.#failure = undefined;
    this.#state = 'preparing';
    try {
      this.#id ??= await this.#announce();
      const { sendFile } = await import('./send-file.ts'); // who uploads nothing needs none of it
      await sendFile({
        url: uploadUrlOf(this.#id),
        file: this.file,
        accountId: this.#api.accountId?.(),
        signal,
        onprogress: (sent) => {
          this.#sent = sent;
          this.#state = sent >= this.file.size ? 'checking' : 'sending';
        },
        onwaiting: (isWaiting) => {
          this.#state = isWaiting ? 'waiting' : 'sending';
        },
      });
      this.#state = 'checking';
      return this.#settle(await this.#outcome(this.#id, signal));
    } catch (error) {
      if (signal.aborted) return undefined;
      this.#state = 'failed';
      this.#failure = toldBriefly(error);
      return undefined;
    }
  }

  pause(): void {
    this.#line.abort();
    this.#state = 'paused';
  }

  /** Stops, and has the server forget what has arrived. */
  async cancel(): Promise<void> {
    this.#line.abort();
    forgetUpload(this.#remembered);
    if (this.#id === undefined) return;
    // what stays behind where nobody answers is swept a day later
    await this.#api.call(cancelUpload, { id: this.#id }).catch(() => undefined);
  }

  /** Announces the file, or finds where it stopped before a reload. */
  async #announce(): Promise<string> {
    const known = recallUpload(this.#remembered);
    if (known !== undefined) {
      const found = await this.#api.call(findUpload, { id: known }).catch(() => undefined);
      if (found?.data.state === 'open') return known;
    }
    const { organisationId: id, kind, visibility, replaces } = this.wish;
    const { name, size } = this.file;
    const { data } = await this.#api.call(reserveUpload, {
      id,
      body: { kind, visibility, name, size, ...(replaces !== undefined && { replaces }) },
      key: this.key,
    });
    const upload = uploadIdIn(data.uploadUrl);
    rememberUpload(this.#remembered, upload);
    return upload;
  }

  async #outcome(id: string, signal: AbortSignal): Promise<Upload> {
    for (;;) {
      const { data } = await this.#api.call(findUpload, { id, signal });
      if (data.state !== 'checking') return data;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  #settle(upload: Upload): Upload {
    forgetUpload(this.#remembered);
    if (upload.state === 'done') this.#state = 'done';
    else {
      this.#state = 'failed';
      this.#isRefused = true;
      this.#failure = upload.refusal ? worded(upload.refusal) : undefined;
    }
    return upload;
  }

  get #remembered(): Remembered {
    const { organisationId, kind, visibility, replaces } = this.wish;
    return { organisationId, kind, visibility, replaces, file: this.file };
  }
}
