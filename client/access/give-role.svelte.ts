import { ChangeGrant, type Grant, GiveGrant } from '../../shared/access/contract.ts';
import { changeGrant, giveGrant } from '../../shared/access/endpoints.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import type { Api } from '../core/api.ts';
import { Form } from '../core/form.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Option } from '../ui/field.ts';
import type { GrantList } from './grant-list.svelte.ts';
import { knownPeople } from './known-people.ts';
import { words } from './words.ts';

/**
 * The form gives a role at an organisation to somebody known here: at home here, or above where one
 * may look. Whoever holds one already gets the other one in its place, in one step.
 */
export class GiveRole {
  readonly form: Form<'accountId' | 'role'>;
  readonly #live: Live;
  readonly #list: GrantList;

  constructor(api: Api, live: Live, list: GrantList, changing?: Grant) {
    this.#live = live;
    this.#list = list;
    const accountId = changing?.accountId ?? '';
    this.form = new Form({
      initial: { accountId, role: this.#firstRole(accountId) },
      check: ({ accountId: who, role }) => ({
        ...(who === '' && { accountId: words.choosePerson }),
        ...(role === '' && { role: words.chooseRole }),
        ...(role !== '' && role === this.#heldBy(who)?.role && { role: words.chooseOther }),
      }),
      send: async ({ accountId: who, role }) => {
        const held = this.#heldBy(who);
        const { data, seq } = held
          ? await api.call(changeGrant, {
              id: held.id,
              body: ChangeGrant.parse({ role }),
              version: held.version,
            })
          : await api.call(giveGrant, {
              id: who,
              body: GiveGrant.parse({ role, organisationId: list.here.id }),
            });
        live.store.takeRecord('grant', data, seq);
      },
    });
  }

  /** The role that whoever is chosen holds here now. */
  get held(): Grant | undefined {
    return this.#heldBy(this.form.values.accountId);
  }

  /** Everybody who could get one; who holds one already says so. Users hold none. */
  readonly people = $derived.by<readonly Option[]>(() => {
    const known = knownPeople(
      this.#live,
      this.#list,
      ({ id, type, status }) =>
        type !== 'user' && status !== 'disabled' && this.#heldBy(id)?.expiresAt == null,
    );
    const listed = known.map(({ value }) => value);
    const others = (this.#list.query.data ?? [])
      .filter(({ accountId, expiresAt }) => expiresAt === null && !listed.includes(accountId))
      .map(({ account: { id, displayName } }) => ({ value: id, label: displayName }));
    return [...known, ...others].map((option) => {
      const held = this.#heldBy(option.value);
      return held
        ? { ...option, hint: words.alreadyHas({ role: roleTitle(held.role) }), muted: true }
        : option;
    });
  });

  /** The people were all looked for, so that nobody found means nobody there. */
  readonly isComplete = $derived.by(
    () => this.#live.list('account', this.#list.here.id).state !== 'loading',
  );

  /** The form has whoever was just chosen begin with a role that is not theirs yet. */
  choose(accountId: string): void {
    if (this.form.values.role === this.#heldBy(accountId)?.role) {
      this.form.values.role = this.#firstRole(accountId);
    }
    this.form.typed('accountId');
  }

  #heldBy(accountId: string): Grant | undefined {
    return this.#list.query.data?.find((grant) => grant.accountId === accountId);
  }

  #firstRole(accountId: string): string {
    const held = this.#heldBy(accountId)?.role;
    const open = this.#list.roles.filter(({ disabledReason }) => disabledReason === undefined);
    return open.find(({ value }) => value !== held)?.value ?? '';
  }
}
