import { isIP } from 'node:net';

/** Hosts that mean every address of a machine, and are none that a browser could open. */
const everywhere = ['0.0.0.0', '::'];

/** The address that a server without a public one is opened at from its own machine. */
export function ownAddress(host: string, port: number): string {
  const name = everywhere.includes(host) ? 'localhost' : host;
  return new URL(`http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`).origin;
}

/**
 * The same place under the name to open it by: passkeys work at `localhost`, at no bare address.
 * Not for `::1`, which `localhost` does not mean on every machine.
 */
export function addressToOpen(url: string): string {
  const named = new URL(url);
  if (named.hostname === '127.0.0.1') named.hostname = 'localhost';
  return named.href.replace(/\/$/, '');
}
