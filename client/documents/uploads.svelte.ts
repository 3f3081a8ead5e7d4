import type { Api } from '../core/api.ts';
import { toast } from '../ui/toast.ts';
import { Uploading, type Wish } from './uploading.svelte.ts';
import { words } from './words.ts';

/** So many files are sent at a time; the others wait for their turn. */
const AT_ONCE = 2;

/**
 * All files that this page sends. They go on while their person looks at other pages, so they belong
 * to the session's API and not to a component.
 */
export class Uploads {
  readonly #api: Api;
  #all = $state.raw<readonly Uploading[]>([]);
  #waiting: Uploading[] = [];
  #running = 0;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Those of one organisation that are not documents yet. */
  of(organisationId: string): readonly Uploading[] {
    return this.#all.filter(({ wish }) => wish.organisationId === organisationId);
  }

  add(files: readonly File[], wish: Wish): void {
    const added = files.map((file) => new Uploading(this.#api, file, wish));
    this.#all = [...this.#all, ...added];
    for (const each of added) this.resume(each);
  }

  resume(uploading: Uploading): void {
    this.#waiting.push(uploading);
    this.#next();
  }

  async cancel(uploading: Uploading): Promise<void> {
    this.dismiss(uploading);
    await uploading.cancel();
  }

  dismiss(uploading: Uploading): void {
    this.#waiting = this.#waiting.filter((each) => each !== uploading);
    this.#all = this.#all.filter((each) => each !== uploading);
  }

  #next(): void {
    const next = this.#running < AT_ONCE ? this.#waiting.shift() : undefined;
    if (!next) return;
    this.#running += 1;
    void this.#run(next).finally(() => {
      this.#running -= 1;
      this.#next();
    });
    this.#next();
  }

  async #run(uploading: Uploading): Promise<void> {
    const upload = await uploading.run();
    if (upload?.state !== 'done') return;
    this.dismiss(uploading);
    const { name, sameAs } = upload;
    if (sameAs) void toast({ text: words.sameAs({ name, other: sameAs.name }), tone: 'warning' });
  }
}

const known = new WeakMap<Api, Uploads>();

/** The uploads of a session. */
export function uploadsOf(api: Api): Uploads {
  const uploads = known.get(api) ?? new Uploads(api);
  known.set(api, uploads);
  return uploads;
}
