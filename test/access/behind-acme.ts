import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { type Answer, bodyOf, type Session } from '../support/session.ts';
import type { PersonName } from '../support/people.ts';
import { createWorld, createWorldAs, type World } from '../support/world.ts';

const PARTNER: PersonName = 'partner-admin@alder';
const INSIDE: PersonName = 'tenant-admin@acme';

/** A world in which Acme manages itself, with who asks from above and who answers from inside. */
export class BehindAcme implements AsyncDisposable {
  readonly world: World;
  partner: Session;
  inside: Session;

  private constructor(world: World, partner: Session, inside: Session) {
    this.world = world;
    this.partner = partner;
    this.inside = inside;
  }

  /** With these people besides, who are let in before the door shuts. */
  static async begin(...insiders: PersonName[]): Promise<BehindAcme> {
    if (insiders.length > 0) return BehindAcme.in(await createWorld(), ...insiders);
    const { world } = await createWorldAs('Acme is closed', (begun) => BehindAcme.in(begun));
    const [partner, inside] = [world.resume(PARTNER), world.resume(INSIDE)];
    return new BehindAcme(world, partner, inside);
  }

  /** The same in a world that is there. */
  static async in(world: World, ...insiders: PersonName[]): Promise<BehindAcme> {
    for (const name of insiders) await world.signIn(name);
    const partner = await world.signIn(PARTNER);
    const inside = await world.signIn(INSIDE);
    bodyOf(await inside.put(world.at('acme', '/access'), { managementMode: 'self-managed' }));
    return new BehindAcme(world, partner, inside);
  }

  ask(by = this.partner, fields: object = {}): Promise<Answer<AccessRequest>> {
    const input = { role: 'TenantAdministrator', reason: 'The import fails.', days: 7, ...fields };
    return by.post<AccessRequest>(this.world.at('acme', '/access-requests'), input);
  }

  breakGlass(by = this.world.founder, fields: object = {}): Promise<Answer<AccessRequest>> {
    const input = { reason: 'The importer burns.', hours: 1, ...fields };
    return by.post<AccessRequest>(this.world.at('acme', '/break-glass'), input);
  }

  async list(by: Session): Promise<AccessRequest[]> {
    const path = this.world.at('acme', '/access-requests');
    return bodyOf(await by.get<Page<AccessRequest>>(path)).items;
  }

  /** Whether somebody sees what is inside. */
  async sees(by: Session): Promise<boolean> {
    return (await by.get(this.world.at('acme', '/accounts'))).status === 200;
  }

  /** The partner's administrator, let in. */
  async letIn(fields: object = {}): Promise<AccessRequest> {
    const { id } = bodyOf(await this.ask(this.partner, fields));
    return bodyOf(await this.inside.post<AccessRequest>(`/access-requests/${id}/approve`));
  }

  /** Time passes, longer than any session lasts: everybody signs in again. */
  async pass(milliseconds: number): Promise<void> {
    this.world.clock.advance(milliseconds);
    this.partner = await this.world.signIn(PARTNER);
    this.inside = await this.world.signIn(INSIDE);
  }

  /** Has the server look for what is over. */
  look(): Promise<void> {
    return this.world.server.running.context.accessEnds.look();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.world[Symbol.asyncDispose]();
  }
}
