import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { own } from '../standards/own.ts'
import { type RequestFacts, SiteError } from './errors.ts'
import { MOST_BYTES, TooLong, toMegabytes } from './read-whole.ts'

/** Why no answer came. */
export function explainFailure(facts: RequestFacts & { error: unknown; timeout: number }): SiteError {
  const { method, url, route, error, timeout } = facts
  if (error instanceof TooLong) {
    const most = toMegabytes(MOST_BYTES)
    return new SiteError(say`${url} answered ${method.toUpperCase()} ${route} with more than ${most}.`, {
      // An answer came, and it would come again.
      status: 200,
      short: say`the answer of the site has more than ${most}`,
      advice: say`No list of WordPress is that long: look for pictures that stand in the text of posts as data: addresses, or for a plugin that adds to the REST API.`,
      cause: error,
    })
  }
  // Of ky, and of an AbortSignal.
  if (error instanceof Error && error.name === 'TimeoutError') {
    const seconds = timeout / 1000
    return new SiteError(say`${url} did not answer ${method.toUpperCase()} ${route} within ${seconds} s.`, {
      short: say`the site did not answer within ${seconds} s`,
      advice: say`Run the command again; what was done meanwhile is found. WP_TIMEOUT=${Math.ceil(seconds * 2)} in the environment or in .env waits longer.`,
      cause: error,
    })
  }
  const code = networkCode(error)
  return new SiteError(say`${url} cannot be reached (${code ?? say`the connection broke`}).`, {
    short: say`the connection broke`,
    endsRun: own(ADVICE, code) !== undefined,
    advice: networkAdvice(code),
    cause: error,
  })
}

const INCOMPLETE_CHAIN = say`The server sends its certificate without the intermediate one, which browsers get elsewhere: at the host, install the whole chain (fullchain.pem), or renew the free certificate there. Where an authority of your own signed it, name that: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.`

const OWN_AUTHORITY = say`It is signed by an authority that this machine does not know. On a public site, switch the free certificate of the host on (Let's Encrypt); where it is your own authority, name it: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.`

const NO_TLS = say`This port speaks no TLS: check the port of WP_URL, and switch "always https" (常時SSL) and its certificate on at the host.`

const TOO_SLOW = say`Nothing answered for a long while: is the address right, and does a firewall of the host let this machine through?`

/**
 * What to do where there was no connection at all, so that it cannot be the one request that the site does not bear: by the
 * code of the system, of OpenSSL or of Node's fetch.
 */
const ADVICE: Readonly<Record<string, string>> = {
  ENOTFOUND: say`There is no such host: check the spelling of WP_URL and the connection to the internet.`,
  EAI_AGAIN: say`No name server answered: is this machine connected to the internet?`,
  ECONNREFUSED: say`Nothing answers at this address: is the site up, and the port right?`,
  EHOSTUNREACH: TOO_SLOW,
  ENETUNREACH: say`There is no way there from here: is this machine connected to the internet?`,
  ETIMEDOUT: TOO_SLOW,
  UND_ERR_CONNECT_TIMEOUT: TOO_SLOW,
  CERT_HAS_EXPIRED: say`The site's certificate has expired: renew it at the host.`,
  CERT_NOT_YET_VALID: say`The certificate is not valid yet: is the clock of this machine right?`,
  DEPTH_ZERO_SELF_SIGNED_CERT: joinSentences(say`The certificate is self-signed.`, OWN_AUTHORITY),
  SELF_SIGNED_CERT_IN_CHAIN: OWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: INCOMPLETE_CHAIN,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: INCOMPLETE_CHAIN,
  ERR_TLS_CERT_ALTNAME_INVALID: say`The certificate is of another name: write WP_URL with the name that it has (with www. or without), or get one at the host that holds both.`,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: NO_TLS,
}

/** What to do about such a code; it stands in for those that we do not know, too. */
export function networkAdvice(code: string | undefined): string {
  return own(ADVICE, code) ?? say`Check WP_URL and the connection, then run the command again.`
}

/** The system's error code below the wrappers that fetch puts around it. */
function networkCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return undefined
}
