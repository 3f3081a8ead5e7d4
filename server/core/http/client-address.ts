import { BlockList, isIP } from 'node:net';

/** From where a request comes, by the other end of its line and its `X-Forwarded-For`. */
export type ClientAddress = (peer: string, forwardedFor: string | undefined) => string;

/**
 * The server believes `X-Forwarded-For` only as far as proxies of ours wrote it: from the right,
 * each address was written by the one after it, so the first that is no proxy of ours is the
 * client, and what stands before it anybody may have made up.
 */
export function clientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusted = networkList(trustedProxies);
  return (peer, forwardedFor) => {
    const way = (forwardedFor ?? '')
      .split(',')
      .map(hopOf)
      .filter((hop) => hop !== '');
    let address = plain(peer);
    while (isListed(trusted, address)) {
      const before = way.pop();
      if (before === undefined || !isIP(before)) break;
      address = before;
    }
    return address;
  };
}

/** The networks of a list such as `10.0.0.0/8`, to be asked with `isListed`. */
export function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const { address, bits, family } = networkOf(network);
    list.addSubnet(address, bits, family);
  }
  return list;
}

/** Whether a text is an address, or a network such as `10.0.0.0/8`. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return more.length === 0 && most > 0 && (bits === undefined || isUpTo(bits, most));
}

function isUpTo(bits: string, most: number): boolean {
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

function networkOf(text: string) {
  const [address = '', bits] = text.split('/');
  const isSix = isIP(address) === 6;
  const family = isSix ? ('ipv6' as const) : ('ipv4' as const);
  return { address, bits: bits === undefined ? (isSix ? 128 : 32) : Number(bits), family };
}

/** Whether a list of networks holds an address. */
export function isListed(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** The address of one hop, which proxies write with or without quotes, brackets and port. */
function hopOf(part: string): string {
  const bare = part.trim().replace(/^"(.*)"$/, '$1');
  const [, inBrackets, beforePort] = /^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(bare) ?? [];
  return plain(inBrackets ?? beforePort ?? bare);
}

/** An IPv4 address as such also where the line speaks IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
