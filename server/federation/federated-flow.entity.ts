import { defineEntity, p } from '@mikro-orm/core';

/** What the sign-in at the provider is for: an answer to one is none to another. */
export type FlowPurpose = 'sign-in' | 'invitation' | 'link' | 'prove' | 'test';

const FederatedFlowSchema = defineEntity({
  name: 'FederatedFlow',
  tableName: 'federated_flows',
  properties: {
    /** The SHA-256 of the state that the provider hands back. */
    stateHash: p.string().primary(),
    /** The SHA-256 of what the browser holds in a cookie: the answer counts only from there. */
    browserHash: p.string(),
    providerId: p.uuid(),
    purpose: p.string().$type<FlowPurpose>(),
    /** Who began it, where somebody was signed in. */
    accountId: p.uuid().strictNullable(),
    invitationHash: p.string().strictNullable(),
    /** Where the person wanted to go. */
    next: p.text(),
    /** The verifier, the nonce and the address to come back to. */
    sealed: p.text(),
    expiresAt: p.datetime(3).index(),
    /** When somebody came back; from then on it only tells where they wanted to go. */
    usedAt: p.datetime(3).strictNullable(),
  },
});

/** Somebody who was sent to a provider; kept until it expires, also when they came back. */
export class FederatedFlow extends FederatedFlowSchema.class {}
FederatedFlowSchema.setClass(FederatedFlow);
