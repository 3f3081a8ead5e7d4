import { giveGrant } from '../access/give-grant.ts';
import { acceptInvitation } from '../accounts/accept-invitation.ts';
import { inviteAccount } from '../accounts/invite-account.ts';
import { hashToken } from '../accounts/sessions.ts';
import { setUp } from '../accounts/set-up.ts';
import { signOut } from '../accounts/sign-out.ts';
import type { Context } from '../context.ts';
import type { Work } from '../core/db/work.ts';
import type { Mailer } from '../core/mail.ts';
import { newId } from '../core/new-id.ts';
import { createOrganisation } from '../organisations/create-organisation.ts';
import { listOrganisations } from '../organisations/list-organisations.ts';
import { OrganisationQuery } from '../../shared/organisations/contract.ts';
import { billingOf } from './billing.ts';
import type { Plan } from './names.ts';
import { DEMO_PASSWORD, emailOfPerson, type PersonKey, people } from './people.ts';
import type { StoryClock } from './story-clock.ts';

/**
 * Tells the demo's past through the product's own use cases, each deed by somebody who may do
 * it: so the change log, the audit and every permission are as real as in a used installation.
 */
export class Story {
  readonly clock: StoryClock;
  readonly #context: Context;
  readonly #sessions = new Map<PersonKey, string>();
  readonly #ids = new Map<string, string>();
  /** Takes the place of the mail server: the link of an invitation is followed, not sent. */
  readonly #letters: string[] = [];
  readonly #mailer: Mailer = {
    link: (page) => page,
    send: ({ text }) => Promise.resolve(void this.#letters.push(text)),
  };

  constructor(context: Context, clock: StoryClock) {
    this.#context = context;
    this.clock = clock;
  }

  /** The id of an organisation that the story has created. */
  id(name: string): string {
    const id = this.#ids.get(name);
    if (!id) throw new Error(`The demo has no organisation named ${name}.`);
    return id;
  }

  /** Somebody does something; then a short while passes. */
  async do<T>(by: PersonKey, deed: (work: Work) => Promise<T>): Promise<T> {
    const done = await deed(this.#workOf(by));
    this.clock.pass();
    return done;
  }

  /** The first administrator sets the platform up. */
  async found(key: PersonKey): Promise<void> {
    const work = this.#workOf(null);
    const { token } = await setUp(work, this.#context.setupToken, {
      token: this.#context.setupToken,
      email: emailOfPerson(people[key]),
      displayName: people[key].displayName,
      password: DEMO_PASSWORD,
    });
    this.#sessions.set(key, hashToken(token));
    const query = OrganisationQuery.parse({});
    const { items } = await this.do(key, (by) => listOrganisations(by, query));
    this.#ids.set(people[key].at, items[0]?.id ?? '');
  }

  async create(by: PersonKey, parent: string, plan: Plan): Promise<void> {
    const { kind, name, description, externalId = null, seat } = plan;
    const view = await this.do(by, (work) =>
      createOrganisation(work, {
        kind,
        parentId: this.id(parent),
        displayName: name,
        description,
        externalId,
        managementMode: 'managed',
        ...(seat && { billing: billingOf({ firm: name, ...seat }) }),
      }),
    );
    this.#ids.set(name, view.id);
  }

  /** A person is invited with their role, accepts, and is signed in from then on. */
  async join(by: PersonKey, key: PersonKey): Promise<void> {
    const { displayName, role, at } = people[key];
    await this.invite(by, at, { displayName, email: emailOfPerson(people[key]), role });
    const [, token = ''] = /invitations\/([\w-]+)/.exec(this.#letters.at(-1) ?? '') ?? [];
    const accepted = { displayName, password: DEMO_PASSWORD };
    const signed = await acceptInvitation(this.#workOf(null), token, accepted);
    this.#sessions.set(key, hashToken(signed.token));
    this.clock.pass();
  }

  async invite(
    by: PersonKey,
    at: string,
    {
      role,
      ...person
    }: { displayName: string; email: string; role: (typeof people)[PersonKey]['role'] },
  ): Promise<string> {
    const input = { ...person, type: 'administrator' as const, grants: [{ role }] };
    const account = await this.do(by, (work) =>
      inviteAccount(work, this.#mailer, this.id(at), input),
    );
    return account.id;
  }

  giveRole(by: PersonKey, accountId: string, role: (typeof people)[PersonKey]['role'], at: string) {
    return this.do(by, (work) => giveGrant(work, accountId, { role, organisationId: this.id(at) }));
  }

  /** Everybody goes home: no session of the story is left open. */
  async end(): Promise<void> {
    for (const key of this.#sessions.keys()) await signOut(this.#workOf(key));
  }

  #workOf(key: PersonKey | null): Work {
    return this.#context.openWork({
      sessionHash: key && (this.#sessions.get(key) ?? null),
      requestId: newId(),
      address: '127.0.0.1',
      userAgent: 'Canopy demo',
      idempotency: null,
    });
  }
}
