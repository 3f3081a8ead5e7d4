import type { Document } from '../../shared/documents/contract.ts';
import { removeDocument, restoreDocument } from '../../shared/documents/endpoints.ts';
import type { Api } from '../core/api.ts';
import { Here, type Whereabouts } from '../lists/here.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Wish } from './uploading.svelte.ts';
import { type Uploads, uploadsOf } from './uploads.svelte.ts';

interface Surroundings extends Whereabouts {
  api: Api;
}

/** The documents of one organisation, and what the person can do with them. */
export class DocumentDesk {
  readonly here: Here;
  readonly uploads: Uploads;
  readonly #api: Api;
  readonly #live: Live;

  constructor({ api, ...whereabouts }: Surroundings) {
    this.#api = api;
    this.#live = whereabouts.live;
    this.here = new Here(whereabouts);
    this.uploads = uploadsOf(api);
  }

  get id(): string {
    return this.here.id;
  }

  get query() {
    return this.#live.list('document', this.id);
  }

  readonly #all = $derived.by<readonly Document[]>(() =>
    [...(this.query.data ?? [])].sort((one, other) =>
      other.uploadedAt.localeCompare(one.uploadedAt),
    ),
  );
  readonly present = $derived(this.#all.filter(({ removedAt }) => removedAt === null));
  readonly removed = $derived(this.#all.filter(({ removedAt }) => removedAt !== null));
  readonly underWay = $derived.by(() => this.uploads.of(this.here.id));

  /** Why the person uploads nothing here. */
  get whyNot(): string | undefined {
    return this.here.whyNot('documents.edit');
  }

  /** Why the person uploads nothing that is only for those here. */
  get whyNotInside(): string | undefined {
    return this.here.whyNot('ownDocuments.edit');
  }

  /** Why the person does not change this one. */
  whyNotEdit({ visibility }: Document): string | undefined {
    return visibility === 'inside' ? this.whyNotInside : this.whyNot;
  }

  upload(files: readonly File[], wish: Omit<Wish, 'organisationId'>): void {
    this.uploads.add(files, { ...wish, organisationId: this.id });
  }

  remove({ id }: Document): Promise<unknown> {
    return this.#api.call(removeDocument, { id });
  }

  restore({ id }: Document): Promise<unknown> {
    return this.#api.call(restoreDocument, { id });
  }
}

/** Where the bytes of a document are, or of an earlier version. */
export function contentPath(id: string, number?: number): string {
  return `/api/documents/${id}/content${number === undefined ? '' : `?version=${number}`}`;
}
