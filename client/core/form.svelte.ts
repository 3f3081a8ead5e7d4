import { wordedField, wordedText } from './refusals.ts';
import type { z } from 'zod';
import { ApiError } from './api.ts';

/** What is wrong with fields, by their name. */
export type FieldErrors<Name extends string> = Partial<Record<Name, string>>;

interface FormSource<Name extends string> {
  initial: Record<Name, string>;
  /** What is wrong with the fields as they stand. */
  check: (values: Readonly<Record<Name, string>>) => FieldErrors<Name>;
  send: (values: Readonly<Record<Name, string>>) => Promise<void>;
}

/**
 * A few fields that are sent together. Errors show on leaving a field that was filled in and on
 * sending, and go while typing; what the server finds wrong stands beside its field too. What was
 * typed is kept whatever happens.
 */
export class Form<Name extends string> {
  values = $state() as Record<Name, string>;
  readonly #source: FormSource<Name>;
  #errors = $state.raw<FieldErrors<Name>>({});
  #failure = $state.raw<unknown>();
  #isSending = $state(false);

  constructor(source: FormSource<Name>) {
    this.#source = source;
    this.values = { ...source.initial };
  }

  get isSending(): boolean {
    return this.#isSending;
  }

  /** Why it was not taken, where no single field says it. */
  get failure(): unknown {
    return this.#failure;
  }

  error(name: Name): string | undefined {
    const error = this.#errors[name];
    return error === undefined ? undefined : wordedText(error);
  }

  /** The field is being typed in: its error, and what was said of the last attempt, are over. */
  typed(name: Name): void {
    this.#failure = undefined;
    this.#errors = { ...this.#errors, [name]: undefined };
  }

  /** The field was left: if there is something in it, it is judged. */
  left(name: Name): void {
    if (this.values[name] === '') return;
    this.#errors = { ...this.#errors, [name]: this.#source.check(this.values)[name] };
  }

  /** The form is sent if every field is right. Answers whether it was taken. */
  async submit(): Promise<boolean> {
    if (this.#isSending) return false;
    this.#failure = undefined;
    this.#errors = this.#source.check(this.values);
    if (Object.values(this.#errors).some((error) => error !== undefined)) return false;
    this.#isSending = true;
    try {
      await this.#source.send({ ...this.values });
      return true;
    } catch (error) {
      this.#refused(error);
      return false;
    } finally {
      this.#isSending = false;
    }
  }

  #refused(error: unknown): void {
    const fields = error instanceof ApiError ? error.fields : [];
    const found = fields.flatMap((field) => {
      const [name = ''] = field.path.split('.');
      return name in this.values ? [[name, wordedField(field)] as const] : [];
    });
    this.#errors = Object.fromEntries(found) as FieldErrors<Name>;
    if (found.length === 0) this.#failure = error;
  }
}

/** What a schema says of some values: for each field the first thing. */
export function fieldErrors<Name extends string>(
  schema: z.ZodType,
  values: Readonly<Partial<Record<Name, unknown>>>,
): FieldErrors<Name> {
  return errorsBy(schema, values, ([name]) => String(name)) as FieldErrors<Name>;
}

/** The same by the whole path of each field, dotted: `contact.email`. */
export function pathErrors(schema: z.ZodType, values: unknown): Record<string, string> {
  return errorsBy(schema, values, (path) => path.join('.'));
}

function errorsBy(
  schema: z.ZodType,
  values: unknown,
  nameOf: (path: readonly PropertyKey[]) => string,
): Record<string, string> {
  const issues = schema.safeParse(values).error?.issues ?? [];
  const said = issues.map(({ path, message }) => [nameOf(path), message] as const);
  return Object.fromEntries(said.reverse());
}
