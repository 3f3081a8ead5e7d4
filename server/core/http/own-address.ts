import { isIP } from 'node:net';

/** Hosts that mean every address of a machine, and are none that a browser could open. */
const everywhere = ['0.0.0.0', '::'];

/** The address that a server without a public one is opened at from its own machine. */
export function ownAddress(host: string, port: number): string {
  const name = everywhere.includes(host) ? 'localhost' : host;
  return new URL(`http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`).origin;
}
