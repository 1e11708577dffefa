import path from 'node:path'
import type { Sample } from '../bench.ts'
import { runNode } from './node-process.ts'

/** The build that is measured. */
export const BIN = path.resolve('dist/bin.js')

/** Where to publish to, and as whom. */
export interface Login {
  readonly url: string
  readonly username: string
  readonly appPassword: string
}

/** What the command line reads a login from; without one it takes the embedded WordPress. */
export function environmentOf(login: Login | undefined): NodeJS.ProcessEnv {
  const { WP_URL: _, WP_USERNAME: __, WP_APP_PASSWORD: ___, ...others } = process.env
  if (login === undefined) return others
  const { url, username, appPassword } = login
  return { ...others, WP_URL: url, WP_USERNAME: username, WP_APP_PASSWORD: appPassword }
}

/**
 * Publishes a project by the command line.
 *
 * @param bin of the build
 * @param login `undefined` for the embedded WordPress
 */
export async function publishAll(bin: string, config: string, login: Login | undefined): Promise<Sample> {
  const args = [bin, 'publish', '--json', '--create-categories', '--config', config]
  const { sample, stdout } = await runNode(args, { env: environmentOf(login) })
  const { requests } = JSON.parse(stdout) as { requests?: { total: number } }
  return { ...sample, requests: requests?.total }
}
