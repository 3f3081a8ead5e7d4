import { SvelteMap } from 'svelte/reactivity';
import type {
  MovePreview,
  OnboardedKind,
  OnboardingTemplate,
  TemplateChoices,
  TemplateDraft,
} from '../../../shared/onboarding/templates/contract.ts';
import {
  beginDraft,
  discardDraft,
  findTemplateChoices,
  listMoves,
  publishDraft,
  saveDraft,
} from '../../../shared/onboarding/templates/endpoints.ts';
import type { Answer, Api } from '../../core/api.ts';
import { Here, type Whereabouts } from '../../lists/here.svelte.ts';
import type { Live } from '../../live/live.svelte.ts';
import type { Presence } from '../../live/presence.svelte.ts';
import type { Flash } from '../../ui/field-presence.ts';
import { presenceColour } from '../../ui/presence-colour.ts';
import type { Change } from './draft-steps.ts';

interface Surroundings extends Whereabouts {
  api: Api;
  presence: Presence;
}

/** A draft as somebody saw it when they began to change it. */
export interface SeenDraft {
  draft: TemplateDraft;
  version: number;
}

const PAGE = 200;

/**
 * The templates of onboardings, as the administrators of the platform edit them together. What one
 * changes is saved at once, on the draft that they saw, so that the server can keep what others
 * changed meanwhile.
 */
export class TemplateDesk {
  readonly here: Here;
  readonly #api: Api;
  readonly #live: Live;
  readonly #presence: Presence;
  #choices = $state.raw<TemplateChoices>();
  /** What others changed last, by the field: `<template>:<step>:title`. */
  readonly #flashes = new SvelteMap<string, Flash>();
  /** The changes that wait for those before them. */
  #before: Promise<unknown> = Promise.resolve();

  constructor({ api, presence, ...whereabouts }: Surroundings) {
    this.#api = api;
    this.#live = whereabouts.live;
    this.#presence = presence;
    this.here = new Here(whereabouts);
  }

  get query() {
    return this.#live.list('onboardingTemplate', this.here.id);
  }

  get presence(): Presence {
    return this.#presence;
  }

  /** What steps can be made of; none before it is known. */
  get choices(): TemplateChoices {
    return this.#choices ?? { facts: [], pages: [] };
  }

  get knowsChoices(): boolean {
    return this.#choices !== undefined;
  }

  readonly whyNot = $derived.by(() => this.here.whyNot('onboarding.editTemplates'));

  template(kind: OnboardedKind): OnboardingTemplate | undefined {
    return this.query.data?.find((each) => each.kind === kind);
  }

  flash(field: string): Flash | undefined {
    return this.#flashes.get(field);
  }

  /** The desk shows what colleagues change as they do, until the returned function is called. */
  follow(): () => void {
    const drafts = (): Readonly<Record<string, TemplateDraft | null>> =>
      Object.fromEntries((this.query.data ?? []).map(({ id, draft }) => [id, draft]));
    let known = drafts();
    return this.#live.onChanges((changes) => {
      for (const { resource, id, actor, at } of changes) {
        if (resource !== 'onboardingTemplate' || this.#presence.isOneself(actor.id)) continue;
        const draft = this.query.data?.find((each) => each.id === id)?.draft;
        const { displayName } = actor;
        const flash = { displayName, at: Date.parse(at), colour: presenceColour(actor.id) };
        for (const field of fieldsThatDiffer(known[id], draft)) {
          this.#flashes.set(`${id}:${field}`, flash);
        }
      }
      known = drafts();
    });
  }

  async loadChoices(): Promise<void> {
    const { data } = await this.#api.call(findTemplateChoices);
    this.#choices = data;
  }

  begin(kind: OnboardedKind): Promise<void> {
    return this.#take(this.#api.call(beginDraft, { body: { kind } }));
  }

  discard({ id, version }: OnboardingTemplate): Promise<void> {
    return this.#take(this.#api.call(discardDraft, { id, version }));
  }

  publish({ id, version }: OnboardingTemplate): Promise<void> {
    return this.#take(this.#api.call(publishDraft, { id, version }));
  }

  /** A change of what stands there when its turn comes: so clicks in a row add up. */
  change({ id }: OnboardingTemplate, change: Change): Promise<void> {
    return this.#inTurn(async () => {
      const now = this.query.data?.find((each) => each.id === id);
      if (!now?.draft) return;
      await this.#save(id, change(now.draft), now.version);
    });
  }

  /** A change of what the person saw when they began to type. */
  changeSeen(id: string, { draft, version }: SeenDraft, change: Change): Promise<void> {
    return this.#inTurn(() => this.#save(id, change(draft), version));
  }

  /** What would come of the onboardings that run on older versions. */
  async movesOf({ id }: OnboardingTemplate): Promise<readonly MovePreview[]> {
    const found: MovePreview[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: PAGE, cursor };
      const { data } = await this.#api.call(listMoves, { id, query });
      found.push(...data.items);
      cursor = data.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }

  #save(id: string, body: TemplateDraft, version: number): Promise<void> {
    return this.#take(this.#api.call(saveDraft, { id, body, version }));
  }

  #inTurn(run: () => Promise<void>): Promise<void> {
    const turn = this.#before.then(run);
    this.#before = turn.catch(() => undefined);
    return turn;
  }

  async #take(call: Promise<Answer<OnboardingTemplate>>): Promise<void> {
    const { data, seq } = await call;
    this.#live.store.takeRecord('onboardingTemplate', data, seq);
  }
}

/** The fields of steps that two drafts do not have in common: `contract-signed:title`. */
function fieldsThatDiffer(
  was: TemplateDraft | null | undefined,
  is: TemplateDraft | null | undefined,
): string[] {
  if (!was || !is) return [];
  const days = was.stallDays === is.stallDays ? [] : ['stallDays'];
  const fields = is.steps.flatMap((step) => {
    const former = was.steps.find(({ key }) => key === step.key);
    const names = Object.keys(step) as (keyof typeof step)[];
    const differ = former
      ? names.filter((name) => String(step[name]) !== String(former[name]))
      : [];
    return differ.map((name) => `${step.key}:${name}`);
  });
  return [...days, ...fields];
}
