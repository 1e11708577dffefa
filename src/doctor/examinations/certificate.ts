import { isIP } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { say } from '../../language/say.ts'
import { SiteError } from '../../site/errors.ts'
import { explainFailure, networkAdvice } from '../../site/network-failure.ts'
import type { Examination } from '../examination.ts'
import { openSocket } from '../open-socket.ts'
import type { Lookup } from '../patient.ts'
import { reach } from './reach.ts'

/** Hosts renew theirs a month before; days. */
const SOON = 10

const DAY = 86_400_000

/** The certificate is one that a login may be sent over. */
export const certificate: Examination = {
  name: 'certificate',
  about: say`TLS: whether the certificate is valid, for this name, complete, and for how long`,
  needs: [reach],
  examine: async (patient) => {
    const url = await patient.url()
    const { protocol, hostname } = new URL(url)
    if (protocol === 'http:') return { grade: 'ok', says: say`A site on this machine needs none.` }
    const { error, names, until } = await shake(url, patient.lookup, await patient.timeout())
    const day = until.toISOString().slice(0, 10)
    if (error !== undefined) {
      const message =
        names === ''
          ? say`The certificate of ${hostname} cannot be trusted (${error}): it ends on ${day}.`
          : say`The certificate of ${hostname} cannot be trusted (${error}): it is for ${names}, and ends on ${day}.`
      throw new SiteError(message, {
        short: say`the certificate cannot be trusted`,
        advice: networkAdvice(error),
        endsRun: true,
      })
    }
    if (until.getTime() - Date.now() > SOON * DAY) {
      const says = names === '' ? say`It ends on ${day}.` : say`It is for ${names}, and ends on ${day}.`
      return { grade: 'ok', says }
    }
    return {
      grade: 'advice',
      says:
        names === ''
          ? say`It ends on ${day}, which is soon.`
          : say`It is for ${names}, and ends on ${day}, which is soon.`,
      remedy: say`Renew it at the host, and look there why it did not renew itself: publishing stops on that day.`,
    }
  },
}

interface Shaken {
  /** OpenSSL's or Node's word for what is wrong. */
  readonly error: string | undefined
  /** The names that it holds, the first of them. */
  readonly names: string
  readonly until: Date
}

/** Shakes hands without sending anything, so that also what cannot be trusted tells what it is. */
async function shake(url: string, lookup: Lookup, timeout: number): Promise<Shaken> {
  const { hostname } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  try {
    const plain = await openSocket(url, lookup)
    return await new Promise((resolve, reject) => {
      const socket: TLSSocket = connect(
        { socket: plain, host, rejectUnauthorized: false, ...(isIP(host) === 0 ? { servername: host } : {}) },
        () => {
          const { subjectaltname = '', subject, valid_to } = socket.getPeerCertificate()
          const { authorizationError: error } = socket
          const names = subjectaltname.replaceAll(/(?:DNS|IP Address):/g, '').split(', ')
          const first = names.slice(0, 3).join(', ') || String(subject?.CN ?? '')
          socket.destroy()
          resolve({
            error: error === undefined || error === null ? undefined : codeOf(error),
            names: names.length > 3 ? `${first}, …` : first,
            until: new Date(valid_to),
          })
        },
      )
      socket.setTimeout(timeout, () => socket.destroy(new Error('The handshake did not end.')))
      socket.once('error', reject)
    })
  } catch (error) {
    throw explainFailure({ method: 'get', url, route: '/', error, timeout })
  }
}

/** Node gives the code alone, whatever its types say. */
function codeOf(error: Error | string): string {
  return typeof error === 'string' ? error : 'code' in error ? String(error.code) : error.message
}
