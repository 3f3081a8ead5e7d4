import type { z } from 'zod';
import { Problem } from '../../shared/core/problem.ts';
import { DEMO_PASSWORD, type DemoPerson, emailOfPerson } from './people.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The server refused what a colleague tried: somebody else was faster, or may more. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A simulated person at work, through the same doors as everybody: sign-in, HTTP, If-Match. */
export class Colleague {
  readonly #person: DemoPerson;
  readonly #url: string;
  #cookie = '';

  constructor(url: string, person: DemoPerson) {
    this.#url = url;
    this.#person = person;
  }

  get displayName(): string {
    return this.#person.displayName;
  }

  /** The colleague signs in; to be repeated when the session has come to its end. */
  async signIn(): Promise<void> {
    const answer = await this.#fetch('POST', 'auth/sign-in', {
      email: emailOfPerson(this.#person),
      password: DEMO_PASSWORD,
    });
    this.#cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    await answered(answer);
  }

  async read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    return schema.parse(await answered(await this.#fetch('GET', path)));
  }

  async create<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    body: object,
  ): Promise<z.infer<Schema>> {
    return schema.parse(await answered(await this.#fetch('POST', path, body)));
  }

  /** Changes fields of a record as it was read: the server merges, or refuses. */
  async edit(path: string, seen: { version: number }, patch: object): Promise<void> {
    const headers = { 'if-match': `"${seen.version}"` };
    await answered(await this.#fetch('PATCH', path, patch, headers));
  }

  async act(path: string): Promise<void> {
    await answered(await this.#fetch('POST', path));
  }

  async remove(path: string): Promise<void> {
    await answered(await this.#fetch('DELETE', path));
  }

  #fetch(method: Method, path: string, body?: object, headers = {}): Promise<Response> {
    return fetch(new URL(`/api/${path}`, this.#url), {
      method,
      headers: { cookie: this.#cookie, 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}

async function answered(answer: Response): Promise<unknown> {
  const text = await answer.text();
  const json: unknown = text ? JSON.parse(text) : null;
  if (!answer.ok) throw new Refused(answer.status, Problem.parse(json).detail);
  return json;
}
