import { Readable } from 'node:stream';
import type { ReserveUpload } from '../../shared/documents/contract.ts';
import { uploadIdIn } from '../../shared/documents/upload-url.ts';
import type { Role } from '../../shared/access/roles.ts';
import { OrganisationQuery } from '../../shared/organisations/list-contract.ts';
import { giveGrant } from '../access/give-grant.ts';
import { acceptInvitation } from '../sign-in/accept-invitation.ts';
import { inviteAccount } from '../accounts/invite-account.ts';
import { setUp } from '../accounts/set-up.ts';
import type { Context } from '../context.ts';
import type { Work } from '../core/db/work.ts';
import { createOrganisation } from '../organisations/create-organisation.ts';
import { listOrganisations } from '../organisations/lists/list-organisations.ts';
import { finishUpload } from '../documents/uploads/finish-upload.ts';
import { reserveUpload } from '../documents/uploads/reserve-upload.ts';
import { UploadStore } from '../documents/uploads/upload-store.ts';
import { billingOf } from './billing.ts';
import type { Letters } from './letters.ts';
import type { Plan } from './names.ts';
import { DEMO_PASSWORD, emailOfPerson, type PersonKey, people } from './people.ts';
import { SignIns } from './sign-ins.ts';
import type { StoryClock } from './story-clock.ts';

/** Who is invited, and as what. */
interface Invited {
  displayName: string;
  email: string;
  role: Role;
}

/**
 * The demo's past is told through the product's own use cases, each deed by somebody who may do it:
 * so the change log, the audit and every permission are as real as in a used installation.
 */
export class Story {
  readonly clock: StoryClock;
  readonly #context: Context;
  readonly #signIns: SignIns;
  readonly #ids = new Map<string, string>();
  readonly #letters: Letters;

  constructor(context: Context, clock: StoryClock, letters: Letters) {
    this.#context = context;
    this.#letters = letters;
    this.#signIns = new SignIns(context);
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
    const done = await deed(await this.#signIns.workOf(by));
    this.clock.pass();
    return done;
  }

  /** The first administrator sets the platform up. */
  async found(key: PersonKey): Promise<void> {
    const { token } = await setUp(this.#signIns.nobody(), this.#context.setupToken, {
      token: this.#context.setupToken,
      email: emailOfPerson(people[key]),
      displayName: people[key].displayName,
      password: DEMO_PASSWORD,
      mfa: 'nobody',
    });
    this.#signIns.keep(key, token);
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
        billing: seat && billingOf({ firm: name, ...seat }),
        firstAdministrator: undefined,
      }),
    );
    this.#ids.set(name, view.id);
  }

  /** A person is invited with their role, accepts, and is signed in from then on. */
  async join(by: PersonKey, key: PersonKey): Promise<void> {
    const { displayName, role, at } = people[key];
    const token = await this.welcome(by, at, {
      ...{ displayName, email: emailOfPerson(people[key]), role },
    });
    this.#signIns.keep(key, token);
  }

  /** Somebody is invited and accepts; answers with the token of the session that begins with it. */
  async welcome(by: PersonKey, at: string, person: Invited): Promise<string> {
    await this.invite(by, at, person);
    const [, token = ''] = /invitations\/([\w-]+)/.exec(this.#letters.last) ?? [];
    const accepted = { displayName: person.displayName, password: DEMO_PASSWORD };
    const signed = await acceptInvitation(this.#signIns.nobody(), token, accepted);
    this.clock.pass();
    return signed.token;
  }

  /** Somebody comes in who is not seen again. */
  async takeIn(by: PersonKey, at: string, person: Invited): Promise<void> {
    await this.#signIns.leave(await this.welcome(by, at, person));
  }

  async invite(by: PersonKey, at: string, { role, ...person }: Invited): Promise<string> {
    const input = { ...person, type: 'administrator' as const, grants: [{ role }] };
    const account = await this.do(by, (work) => inviteAccount(work, this.id(at), input));
    return account.id;
  }

  giveRole(by: PersonKey, accountId: string, role: Role, at: string) {
    return this.do(by, (work) => giveGrant(work, accountId, { role, organisationId: this.id(at) }));
  }

  /** A file is uploaded and checked; answers with the id of its document. */
  async upload(
    by: PersonKey,
    at: string,
    bytes: Uint8Array,
    what: Omit<ReserveUpload, 'size'>,
  ): Promise<string> {
    const wish = { ...what, size: bytes.byteLength };
    const reserved = await this.do(by, (work) => reserveUpload(work, this.id(at), wish));
    const id = uploadIdIn(reserved.uploadUrl);
    await new UploadStore(this.#context).write(Readable.from([bytes]), id, 0);
    await this.do(by, (work) => finishUpload(work, id));
    return reserved.id;
  }

  /** Everybody goes home: no session of the story is left open. */
  async end(): Promise<void> {
    await this.#signIns.end();
  }
}
