import { connect, isIP, type Socket } from 'node:net'
import type { Lookup } from './patient.ts'

/** Longest wait for a connection, in milliseconds. */
const PATIENCE = 10_000

/**
 * Opens a connection to the host of an address, by whichever of its addresses answers first in turn.
 *
 * @throws Error of the last one that does not answer, with the system's `code`
 */
export async function openSocket(url: string, lookup: Lookup): Promise<Socket> {
  const { hostname, port, protocol } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) === 0 ? (await lookup(host)).map(({ address }) => address) : [host]
  let failure: unknown
  for (const address of found) {
    try {
      return await open(address, Number(port || (protocol === 'https:' ? 443 : 80)))
    } catch (error) {
      failure = error
    }
  }
  throw failure ?? Object.assign(new Error('The name has no address.'), { code: 'ENOTFOUND' })
}

async function open(host: string, port: number): Promise<Socket> {
  return await new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    const fail = (error: Error): void => {
      socket.destroy()
      reject(error)
    }
    socket.setTimeout(PATIENCE, () => fail(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })))
    socket.once('error', fail)
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.removeListener('error', fail)
      resolve(socket)
    })
  })
}
