import {lookup as lookUp} from 'node:dns'
import type {LookupFunction} from 'node:net'
import ipaddr from 'ipaddr.js'
import {Problem} from '../text/problem.ts'

// A source is an address that somebody wrote down, or that a server redirected to. Ours is often a
// machine inside a government network: without a guard, either could make it fetch what only
// insiders may see, and publish that. (CKAN CVE-2024-43371, Directus CVE-2026-35409, NocoDB
// CVE-2026-24767.) So addresses are checked where it cannot be talked around: on the way from the
// resolver to the socket, at every hop.

/**
 * Whether an IP address lies on the public internet. Everything with a special purpose is refused,
 * tunnels and translations (6to4, Teredo, NAT64, IPv4-mapped) included, because what they carry may
 * be private (https://www.iana.org/assignments/iana-ipv6-special-registry).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  // Outside 2000::/3 nothing is handed out; ::127.0.0.1, the old IPv4-compatible form, lies there.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.IPv6.parse('2000::'), 3)
}

/** Whether the site lets sources reach this host although it is private: "host" or "host:port". */
export function isAllowedHost(url: URL, allowedHosts: readonly string[]): boolean {
  const port = url.port || defaultPorts[url.protocol] || ''
  return allowedHosts.some(allowed => {
    const wanted = allowed.toLowerCase()
    return wanted === url.hostname || wanted === `${url.hostname}:${port}`
  })
}

const defaultPorts: {readonly [protocol: string]: string} = {
  'http:': '80',
  'https:': '443',
  'postgres:': '5432',
  'postgresql:': '5432',
}

/**
 * Refuses an address written as numbers (in any spelling: URL has already made 0x7f.1 and 2130706433
 * into 127.0.0.1) before a socket is opened: for those no name is looked up.
 * @throws Problem source-address-private
 */
export function refusePrivateLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (ipaddr.isValid(host) && !isPublicAddress(host)) throw privateHost(url.hostname)
}

/** Looks up a name; `node:dns`'s own, unless a test plays the resolver. */
export type Resolve = LookupFunction

export const systemResolve: Resolve = lookUp as Resolve

/**
 * A lookup for sockets that hands out an address only if every address of the name is public. The
 * socket connects to what was checked, so a name that answers differently next time does not help.
 */
export function guardedLookup(resolve: Resolve): Resolve {
  return (hostname, options, callback) => {
    resolve(hostname, {...options, all: true}, (error, found) => {
      if (error) return callback(error, [])
      const addresses = found as unknown as readonly {address: string; family: number}[]
      if (addresses.length === 0 || !addresses.every(({address}) => isPublicAddress(address)))
        return callback(privateHost(hostname), [])
      if (options.all) callback(null, [...addresses])
      else callback(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
}

// Names the host only: what it was resolved to is nobody's business who reads the report.
function privateHost(host: string): Problem {
  return new Problem('source-address-private', {host})
}
