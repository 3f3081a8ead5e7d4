import { words } from '../../shared/access/words.ts';
import { createSubscriber } from 'svelte/reactivity';
import { type Action, actionNames, ruleOf } from '../../shared/access/actions.ts';
import type { Explanation } from '../../shared/access/contract.ts';
import { explainAccess } from '../../shared/access-requests/endpoints.ts';
import type { Change } from '../../shared/live/contract.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import type { Api } from '../core/api.ts';
import { capitalised } from '../core/format.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Option } from '../ui/field.ts';

/** Records that decisions look at: when one changes, the answer may be another. */
const weighed: readonly Change['resource'][] = ['grant', 'organisation', 'settings'];

/** The server's answer whether somebody may do something at an organisation, kept current. */
export class Explaining {
  readonly #api: Api;
  readonly #live: Live;
  readonly #organisationId: string;
  #accountId = $state('');
  #action = $state('');
  #answer = $state.raw<Explanation>();
  #failure = $state.raw<unknown>();
  #run = 0;
  readonly #watch = createSubscriber(() =>
    this.#live.onChanges((changes) => {
      if (changes.some(({ resource }) => weighed.includes(resource))) void this.#ask();
    }),
  );

  constructor(api: Api, live: Live, organisationId: string) {
    this.#api = api;
    this.#live = live;
    this.#organisationId = organisationId;
  }

  get accountId(): string {
    return this.#accountId;
  }

  set accountId(id: string) {
    this.#accountId = id;
    void this.#ask();
  }

  get action(): string {
    return this.#action;
  }

  set action(action: string) {
    this.#action = action;
    void this.#ask();
  }

  get answer(): Explanation | undefined {
    this.#watch();
    return this.#answer;
  }

  get failure(): unknown {
    return this.#failure;
  }

  async #ask(): Promise<void> {
    const run = (this.#run += 1);
    this.#failure = undefined;
    if (this.#accountId === '' || this.#action === '') {
      this.#answer = undefined;
      return;
    }
    try {
      const action = this.#action as Action;
      const query = { action, at: this.#organisationId, account: this.#accountId };
      const { data } = await this.#api.call(explainAccess, { query });
      if (run === this.#run) this.#answer = data;
    } catch (failure) {
      if (run !== this.#run) return;
      this.#answer = undefined;
      this.#failure = failure;
    }
  }
}

/** What can be done at an organisation of this kind, to choose from. */
export function actionOptions(kind: OrganisationKind): Option[] {
  return actionNames
    .filter((action) => ruleOf(action).at.includes(kind))
    .map((action) => ({ value: action, label: capitalised(words.actions[action]) }));
}
