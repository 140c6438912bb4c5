// Which addresses may be delivered to: those of the public network, and what the configuration allows besides. Whoever may name an address
// could otherwise have this service ask things of the machines around it (SSRF). Pure.

import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
export type Network = readonly [Address, number];

/** As `10.1.0.0/16` or `fd00::/8`, or one address; undefined where it is none. */
export function parseNetwork(text: string): Network | undefined {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    return undefined;
  }
}

/**
 * Only `unicast` is of the public network: loopback, private, link-local (where clouds keep their metadata), carrier-grade NAT, multicast,
 * reserved and every way of writing an IPv4 address inside an IPv6 one that is translated somewhere else are not. An IPv4 address mapped
 * into IPv6 is what it maps.
 */
export function mayReach(address: string, allowed: readonly Network[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const real = ipaddr.process(address);
  if (real.range() === 'unicast') return true;
  return allowed.some(([network, bits]) => network.kind() === real.kind() && real.match([network, bits] as never));
}

export type UrlVerdict = { kind: 'ok'; url: URL } | { kind: 'unreadable' | 'insecure' | 'credentials' | 'private' };

/** What can be said of an address before its name is looked up. http is for allowed networks alone, written as addresses or `localhost`. */
export function judgeUrl(text: string, allowed: readonly Network[]): UrlVerdict {
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '')
    return { kind: 'unreadable' };
  if (url.username !== '' || url.password !== '') return { kind: 'credentials' };
  const address = literalOf(url);
  if (address !== undefined && !mayReach(address, allowed)) return { kind: 'private' };
  const isOwn = address !== undefined && !mayReach(address, []);
  return url.protocol === 'http:' && !isOwn ? { kind: 'insecure' } : { kind: 'ok', url };
}

/** The address a URL names as such; undefined where it names a host. */
export function literalOf({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (bare === 'localhost' || bare.endsWith('.localhost')) return '127.0.0.1';
  return ipaddr.isValid(bare) ? bare : undefined;
}
