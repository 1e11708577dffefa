import { say } from '../../language/say.ts'
import { own } from '../../standards/own.ts'
import { PrivateAddressError } from './address-guard.ts'
import type { Answer } from './request.ts'
import type { FragmentFate, ProbeResult, Redirect } from './result.ts'

/** What servers tell programs, or visitors without a login, that they may tell a reader otherwise. */
const REFUSALS: readonly number[] = [401, 402, 403, 405, 407, 429, 451, 501, 999]

/** Judges the answer at the end of all redirects. */
export function judgeAnswer(
  { status, headers }: Answer,
  redirects: readonly Redirect[],
  fragments: Readonly<Record<string, FragmentFate>>,
): ProbeResult {
  if (status >= 200 && status < 300) return { kind: 'ok', redirects, fragments }
  // Cloudflare sends its puzzles with 403 or 503, and says in this header that it is one.
  const isPuzzle = headers['cf-mitigated'] !== undefined
  if (REFUSALS.includes(status) || isPuzzle) return { kind: 'refused', reason: say`it answers ${status}` }
  return { kind: 'down', reason: say`it answers ${status}` }
}

/** Nothing between here and the server that the link could be blamed for. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: say`its name cannot be resolved`,
  EAI_AGAIN: say`names cannot be resolved at present`,
  ENETUNREACH: say`the network cannot be reached`,
  EHOSTUNREACH: say`the host cannot be reached`,
  ENETDOWN: say`the network is down`,
  ETIMEDOUT: say`connecting took too long`,
  EACCES: say`this machine does not let us connect`,
  EPERM: say`this machine does not let us connect`,
}

const DOWN: Readonly<Record<string, string>> = {
  ECONNREFUSED: say`it refuses the connection`,
  ECONNRESET: say`it breaks off the connection`,
  EPIPE: say`it breaks off the connection`,
  CERT_HAS_EXPIRED: say`its certificate has expired`,
  ERR_TLS_CERT_ALTNAME_INVALID: say`its certificate is for another name`,
}

/** Judges what went wrong on the way to an answer, and whether another try could change it. */
export function failureOf(
  error: unknown,
  at: URL,
  timeoutMs: number,
  run: AbortSignal,
): [ProbeResult, { final: boolean; passing: boolean }] {
  if (run.aborted) {
    return [
      { kind: 'unreachable', reason: say`the time for the whole run was over` },
      { final: true, passing: false },
    ]
  }
  if (error instanceof PrivateAddressError) {
    return [
      { kind: 'private', reason: error.message },
      { final: true, passing: false },
    ]
  }
  if (!(error instanceof Error)) throw error
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    const reason = say`${at.host} does not answer within ${timeoutMs / 1000} seconds`
    return [
      { kind: 'unreachable', reason },
      { final: false, passing: false },
    ]
  }
  const code = 'code' in error ? String(error.code) : undefined
  if (code === undefined) throw error
  const passing = ['ECONNRESET', 'EPIPE', 'EAI_AGAIN'].includes(code)
  const unreachable = own(UNREACHABLE, code)
  if (unreachable !== undefined) {
    return [
      { kind: 'unreachable', reason: `${unreachable} (${at.hostname})` },
      { final: !passing, passing },
    ]
  }
  return [
    { kind: 'down', reason: own(DOWN, code) ?? say`the connection fails (${code})` },
    { final: false, passing },
  ]
}
