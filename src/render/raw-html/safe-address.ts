import { schemeOf } from '../../standards/address-scheme.ts'

/** What a reader can be sent to by a link: pages, mail and telephones. */
const SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel', 'sms', 'xmpp', 'irc', 'ircs']

/** False for what acts instead of leading somewhere, such as `javascript:`, and for any scheme that is not known. */
export function isSafeAddress(address: string): boolean {
  const scheme = schemeOf(address)
  return scheme === undefined || SCHEMES.includes(scheme)
}
