import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { say } from '../../language/say.ts'

/** A link led to an address of a private network, which no reader could open and no link may make us ask. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
  readonly address: string

  constructor(host: string, address: string) {
    super(
      host === address ? say`${host} is a private address` : say`${host} is the private address ${address}`,
    )
    this.address = address
  }
}

/** Stands between a request and the network, so that links reach public addresses only. */
export interface AddressGuard {
  /** @throws PrivateAddressError where the host is written as a private IP address, in whatever notation */
  readonly assertHost: (url: URL) => void
  /** For `net.connect`: what a name resolves to is judged where it is connected to, so DNS cannot change it. */
  readonly lookup: LookupFunction
}

/**
 * Makes a guard that lets public (global unicast) addresses through.
 *
 * @param allow further addresses, `127.0.0.1`, or ranges in CIDR notation, `10.0.0.0/8`
 */
export function createAddressGuard(allow: readonly string[]): AddressGuard {
  const ranges = allow.map(toRange)

  function isAllowed(text: string): boolean {
    // `process` reads an IPv4 address out of its IPv6 form, ::ffff:127.0.0.1.
    const address = ipaddr.process(text)
    if (address.range() === 'unicast') return true
    return ranges.some(([range, bits]) => isWithin(address, range, bits))
  }

  return {
    assertHost: ({ hostname }) => {
      const host = hostname.replace(/^\[|\]$/g, '')
      if (isIP(host) !== 0 && !isAllowed(host)) throw new PrivateAddressError(host, host)
    },
    lookup: (hostname, options, callback) => {
      const wanted: LookupOptions & { all: true } = { ...options, all: true }
      lookup(hostname, wanted, (error, addresses) => {
        if (error !== null) return callback(error, [])
        const refused = addresses.find(({ address }) => !isAllowed(address))
        if (refused !== undefined) return callback(new PrivateAddressError(hostname, refused.address), [])
        if (options.all === true) return callback(null, addresses)
        const [first] = addresses as [LookupAddress]
        callback(null, first.address, first.family)
      })
    },
  }
}

function isWithin(
  address: ipaddr.IPv4 | ipaddr.IPv6,
  range: ipaddr.IPv4 | ipaddr.IPv6,
  bits: number,
): boolean {
  if (address instanceof ipaddr.IPv4) return range instanceof ipaddr.IPv4 && address.match(range, bits)
  return range instanceof ipaddr.IPv6 && address.match(range, bits)
}

function toRange(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (text.includes('/')) return ipaddr.parseCIDR(text)
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
