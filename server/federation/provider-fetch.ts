import { type LookupAddress, lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type * as oidc from 'openid-client';
import { isListed, networkList } from '../core/http/client-address.ts';

/** How requests to providers are made. */
export type ProviderFetch = (
  url: string,
  options: Pick<oidc.CustomFetchOptions, 'method'> & Partial<oidc.CustomFetchOptions>,
) => Promise<Response>;

/** The longest honest answer is a key set of some kilobytes. */
const MOST_BYTES = 256 * 1024;

/** Networks that no public server is in: this machine, private ones, and those of special use. */
const notPublic = networkList([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3'],
  ...['::/128', '::1/128', '::ffff:0:0/96', '64:ff9b::/96', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
]);

/**
 * The server asks a provider, within bounds that hold whatever the provider is: it answers in at
 * most 256 KiB, is followed nowhere else, and is not in a private network, where an address that an
 * administrator types would make this server knock at doors that only it can reach. An operator's
 * networks are excepted, and plain http on this machine, which is there for trying things out.
 */
export function providerFetch(networks: readonly string[]): ProviderFetch {
  const own = networkList(networks);
  const isFine = (address: string) => isListed(own, address) || !isListed(notPublic, address);
  return (text, options) => {
    const url = new URL(text);
    return url.protocol === 'https:'
      ? request(url, options, { send: https.request, lookup: lookupWhere(isFine), isFine })
      : request(url, options, { send: http.request, lookup, isFine: () => true });
  };
}

interface Way {
  send: typeof https.request;
  lookup: LookupFunction;
  isFine: (address: string) => boolean;
}

/**
 * The lookup resolves names, and only to addresses that are fine; what is asked is what is
 * connected to.
 */
function lookupWhere(isFine: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const fine = error ? [] : found.filter(({ address }) => isFine(address));
      const [first] = fine;
      if (!first) callback(error ?? notReachable(hostname), '');
      else if (options.all) callback(null, fine);
      else callback(null, first.address, first.family);
    });
  };
}

function notReachable(host: string): Error {
  return new Error(`${host} is in a private network (see CANOPY_PROVIDER_NETWORKS).`);
}

async function request(
  url: URL,
  { method, headers, body, signal }: Parameters<ProviderFetch>[1],
  { send, lookup, isFine }: Way,
): Promise<Response> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 && !isFine(host)) throw notReachable(host);
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const options = { method, headers: { ...headers }, lookup, ...(signal && { signal }) };
  const asked = send(url, options, resolve);
  asked.on('error', reject);
  asked.end(bodyText(body));
  const answer = await promise;
  const received = await readBounded(answer);
  const plain = Object.entries(answer.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const status = answer.statusCode ?? 502;
  const isEmpty = [101, 204, 205, 304].includes(status);
  return new Response(isEmpty ? null : received, { status, headers: plain });
}

function bodyText(body: oidc.FetchBody | undefined): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  throw new TypeError('Only forms are sent to a provider.');
}

async function readBounded(answer: http.IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      answer.destroy();
      throw new Error(`The provider answers with more than ${MOST_BYTES} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
