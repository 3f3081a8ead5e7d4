import type {
  OnboardingTemplate,
  TemplateDraft,
} from '../../../shared/onboarding/templates/contract.ts';
import { ApiError } from '../../core/api.ts';
import { toldBriefly } from '../../core/refusals.ts';
import type { FieldSource } from '../../ui/field-editing.svelte.ts';
import type { Conflict, EditedBy, Flash, Saving } from '../../ui/field-presence.ts';
import { presenceColour } from '../../ui/presence-colour.ts';
import type { Change } from './draft-steps.ts';
import type { SeenDraft, TemplateDesk } from './template-desk.svelte.ts';

/** Which field of a draft it is, and how it is read and written as text. */
export interface DraftFieldOf {
  /** As in `contract-signed:title`. */
  name: string;
  read: (draft: TemplateDraft) => string;
  write: (text: string) => Change;
  /** What keeps the draft from being published. */
  problem: () => string | undefined;
}

interface Surroundings extends DraftFieldOf {
  desk: TemplateDesk;
  template: () => OnboardingTemplate;
}

/**
 * One field of a draft while it is edited: saved alone, on the draft that was seen when the editing
 * began, so that what a colleague made of it meanwhile becomes a conflict for the person to resolve.
 */
export class DraftField implements FieldSource {
  readonly #around: Surroundings;
  #seen: SeenDraft | undefined;
  #saving = $state<Saving>('idle');
  #mine = $state<string>();
  #failure = $state<string>();
  #conflict = $state.raw<Conflict>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get name(): string {
    return `onboardingTemplate:${this.#around.template().id}:${this.#around.name}`;
  }

  get value(): string {
    const { draft } = this.#around.template();
    return draft ? this.#around.read(draft) : '';
  }

  get mine(): string | undefined {
    return this.#mine;
  }

  get saving(): Saving {
    return this.#saving;
  }

  get error(): string | undefined {
    return this.#failure ?? this.#around.problem();
  }

  get conflict(): Conflict | undefined {
    return this.#conflict;
  }

  get flash(): Flash | undefined {
    const { desk, template, name } = this.#around;
    return desk.flash(`${template().id}:${name}`);
  }

  get editedBy(): EditedBy | undefined {
    const { desk } = this.#around;
    const other = desk.presence.editing(desk.here.id, this.name);
    return other && { displayName: other.displayName, colour: presenceColour(other.accountId) };
  }

  begin(): void {
    this.#look();
    this.#around.desk.presence.take(this.name);
  }

  leave(): void {
    this.#around.desk.presence.take(undefined);
  }

  typed(): void {
    this.#failure = undefined;
  }

  async save(text: string): Promise<void> {
    const { desk, template, write } = this.#around;
    const seen = this.#seen ?? this.#look();
    if (!seen) return;
    this.#saving = 'saving';
    try {
      await desk.changeSeen(template().id, seen, write(text));
      this.#settle('saved');
      this.#look();
    } catch (error) {
      this.#mine = text;
      this.#saving = 'error';
      this.#conflict = conflictOf(error);
      this.#failure = this.#conflict ? undefined : toldBriefly(error);
    }
  }

  /** The person has seen theirs, and writes over it. */
  keepMine(text: string): Promise<void> {
    this.#conflict = undefined;
    this.#look();
    return this.save(text);
  }

  takeTheirs(): void {
    this.#settle('idle');
    this.#look();
  }

  #look(): SeenDraft | undefined {
    const { draft, version } = this.#around.template();
    return (this.#seen = draft ? { draft, version } : undefined);
  }

  #settle(saving: Saving): void {
    this.#saving = saving;
    this.#mine = undefined;
    this.#failure = undefined;
    this.#conflict = undefined;
  }
}

function conflictOf(error: unknown): Conflict | undefined {
  const [first] = error instanceof ApiError ? (error.problem.conflicts ?? []) : [];
  if (!first) return undefined;
  const theirs = typeof first.theirs === 'string' ? first.theirs : '';
  return { theirs, by: first.changedBy.displayName };
}
