import { describe, expect, test } from 'vitest';
import { clientAddress } from '../../server/core/http/client-address.ts';

describe('without trusted proxies', () => {
  test.each([
    ['192.0.2.1', undefined, '192.0.2.1'],
    ['192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['::ffff:192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['', '198.51.100.7', ''],
  ])('%s with %s is %s', (peer, forwarded, expected) => {
    expect(clientAddress([])(peer, forwarded)).toBe(expected);
  });
});

describe('behind trusted proxies', () => {
  const read = clientAddress(['10.0.0.0/8', '127.0.0.1', 'fd00::/8']);

  test.each([
    ['what a proxy of ours says', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['what two of them say', '10.0.0.2', '198.51.100.7, 10.1.2.3', '198.51.100.7'],
    ['IPv6 on either side', 'fd00::1', '2001:db8::7', '2001:db8::7'],
    ['IPv4 told as IPv6', '::ffff:127.0.0.1', '::ffff:198.51.100.7', '198.51.100.7'],
    ['not what stands before a stranger', '10.0.0.2', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
    ['not what a stranger says', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['what it says with a port', '127.0.0.1', '203.0.113.7:51234', '203.0.113.7'],
    ['IPv6 in brackets with a port', '127.0.0.1', '[2001:db8::7]:443', '2001:db8::7'],
    ['IPv6 in brackets', '127.0.0.1', '[2001:db8::7]', '2001:db8::7'],
    ['IPv6 in quotes', '127.0.0.1', '"[2001:db8::7]"', '2001:db8::7'],
    ['what stands before a stray comma', '127.0.0.1', '203.0.113.7,', '203.0.113.7'],
    ['what stands before an empty part', '10.0.0.2', '203.0.113.7, , 10.1.2.3', '203.0.113.7'],
    ['the proxy where it says nothing', '127.0.0.1', undefined, '127.0.0.1'],
    ['the proxy where it says nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
  ])('it is %s', (_, peer, forwarded, expected) => {
    expect(read(peer, forwarded)).toBe(expected);
  });
});
