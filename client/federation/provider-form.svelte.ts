import { EditProvider, NewProvider, type Provider } from '../../shared/federation/contract.ts';
import { createProvider, editProvider, findIssuer } from '../../shared/federation/endpoints.ts';
import type { ProviderKind } from '../../shared/federation/issuer.ts';
import type { Api } from '../core/api.ts';
import { fieldErrors, Form } from '../core/form.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { words } from './words.ts';

export type ProviderField =
  | 'kind'
  | 'label'
  | 'tenant'
  | 'issuer'
  | 'clientId'
  | 'clientSecret'
  | 'scopes'
  | 'directories'
  | 'domain';
type Values = Readonly<Record<ProviderField, string>>;

interface Surroundings {
  api: Api;
  live: Live;
  /** What is changed; a new one is connected where none is given. */
  provider: Provider | undefined;
}

/**
 * The form connects a provider, or changes how it is connected. An empty secret leaves the one that
 * is set.
 */
export class ProviderForm {
  readonly form: Form<ProviderField>;
  readonly #around: Surroundings;
  #proposal = $state.raw<string>();

  constructor(around: Surroundings) {
    this.#around = around;
    const { provider } = around;
    this.form = new Form({
      initial: {
        kind: provider?.kind ?? 'entra',
        label: provider?.label ?? '',
        tenant: '',
        issuer: provider?.issuer ?? '',
        clientId: provider?.clientId ?? '',
        clientSecret: '',
        scopes: provider?.scopes ?? ['openid', 'email', 'profile'].join(' '),
        directories: provider?.directories.join(' ') ?? '',
        domain: provider?.domain ?? '',
      },
      check: (values) =>
        provider
          ? fieldErrors(EditProvider, toPatch(values))
          : {
              ...(values.kind === 'oidc' && values.issuer === '' && { issuer: words.giveIssuer }),
              ...(values.kind === 'entra' && values.tenant === '' && { tenant: words.giveTenant }),
              ...fieldErrors(NewProvider, toNew(values)),
            },
      send: (values) => this.#send(values),
    });
  }

  /** The issuer as the provider calls itself, where that is not what was typed. */
  get proposal(): string | undefined {
    return this.#proposal === this.form.values.issuer ? undefined : this.#proposal;
  }

  takeProposal(): void {
    if (this.#proposal !== undefined) this.form.values.issuer = this.#proposal;
    this.form.typed('issuer');
  }

  /**
   * The form asks what the provider at the typed address calls itself: tokens name it letter by
   * letter.
   */
  async propose(): Promise<void> {
    const address = this.form.values.issuer.trim();
    this.#proposal = undefined;
    if (address === '' || this.#around.provider) return;
    try {
      const { data } = await this.#around.api.call(findIssuer, { query: { address } });
      if (this.form.values.issuer.trim() === address) this.#proposal = data.issuer;
    } catch {
      // Nobody answers there yet: the field says itself what is wrong with its spelling.
    }
  }

  get kind(): ProviderKind {
    return this.form.values.kind as ProviderKind;
  }

  async #send(values: Values): Promise<void> {
    const { api, live, provider } = this.#around;
    const { data, seq } = provider
      ? await api.call(editProvider, {
          id: provider.id,
          body: toPatch(values),
          version: provider.version,
        })
      : await api.call(createProvider, { body: toNew(values) });
    live.store.takeRecord('provider', data, seq);
  }
}

function toNew(values: Values) {
  const { kind, tenant, issuer } = values;
  return {
    ...toPatch(values),
    kind: kind as ProviderKind,
    tenant: kind === 'entra' ? given(tenant) : undefined,
    issuer: kind === 'oidc' ? given(issuer) : undefined,
  };
}

function toPatch({ label, clientId, clientSecret, scopes, directories, domain }: Values) {
  return {
    label,
    clientId,
    clientSecret: given(clientSecret),
    scopes,
    directories: directories.split(/[\s,]+/).filter((id) => id !== ''),
    domain: domain.trim() === '' ? null : domain,
  };
}

/** What was typed, or nothing: a field that is left out is left as it is. */
function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}
