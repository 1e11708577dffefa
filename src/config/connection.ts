import { ExitCode, UserError } from '../errors.ts'
import { isLoopback } from '../standards/loopback.ts'
import type { Variables } from './environment.ts'
import type { Environment } from './read-environment.ts'

/** Where to publish and as whom. The password is reachable only through `authorization()`. */
export class Connection {
  readonly url: string
  readonly username: string
  readonly #password: string

  constructor(url: string, username: string, password: string) {
    this.url = url
    this.username = username
    this.#password = password
  }

  /** The value of the Authorization header (RFC 7617), UTF-8 as WordPress reads it. */
  authorization(): string {
    return `Basic ${Buffer.from(`${this.username}:${this.#password}`, 'utf8').toString('base64')}`
  }
}

const NAMES = ['WP_URL', 'WP_USERNAME', 'WP_APP_PASSWORD'] as const

/**
 * The connection that WP_URL, WP_USERNAME and WP_APP_PASSWORD describe. All three come from one source: a .env of
 * somebody else must not tell where a password of the environment is sent.
 *
 * @returns `undefined` where none of the three is set: then the embedded WordPress is meant
 * @throws UserError (usage) where only some are set, where they come from both sources, or where the password would
 *   travel in clear
 */
export function connectionFrom({ own, file }: Environment): Connection | undefined {
  const [inOwn, inFile] = [setIn(own), setIn(file)]
  if (inOwn.length === 0 && inFile.length === 0) return undefined
  const [source, names] = inOwn.length > 0 ? [own, inOwn] : [file, inFile]
  if (names.length < NAMES.length) throw incomplete(names, inOwn.length > 0 ? inFile : [])
  const [url = '', username = '', password = ''] = NAMES.map((name) => source[name]?.trim())
  return new Connection(checkSiteUrl(url), username, password)
}

type Name = (typeof NAMES)[number]

function setIn(variables: Variables): Name[] {
  return NAMES.filter((name) => Boolean(variables[name]?.trim()))
}

/** @param others what the other source has, which is not taken */
function incomplete(names: readonly Name[], others: readonly Name[]): UserError {
  const missing = NAMES.filter((name) => !names.includes(name))
  const [are, all] = [missing.length > 1 ? 'are' : 'is', NAMES.join(', ')]
  if (missing.some((name) => others.includes(name))) {
    return new UserError(
      `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} set in the environment, and ${missing.join(' and ')} ${are} not; what .env says is not mixed with it.`,
      {
        advice: `Set all of ${all} in the environment, or all of them in .env: otherwise a .env of somebody else could send your password to a site of theirs.`,
        exitCode: ExitCode.usage,
      },
    )
  }
  return new UserError(`${missing.join(' and ')} ${are} not set.`, {
    advice: `Set all of ${all} in the environment or in .env to publish to a site, or none to publish to the embedded WordPress.`,
    exitCode: ExitCode.usage,
  })
}

/**
 * The longest wait for one answer that WP_TIMEOUT asks for.
 *
 * @returns milliseconds; a minute where it is not set
 * @throws UserError (usage) where it is not a number of seconds above 0
 */
export function timeoutFrom({ own, file }: Environment): number {
  const text = (own.WP_TIMEOUT ?? file.WP_TIMEOUT)?.trim()
  if (!text) return 60_000
  const seconds = Number(text)
  // Node's timers cannot wait longer than 2^31 - 1 milliseconds; nobody waits a day for an answer.
  if (seconds > 0 && seconds <= 86_400) return seconds * 1000
  throw new UserError(`WP_TIMEOUT is "${text}", which is not a number of seconds.`, {
    advice: 'Set it to how long one answer of the site may take, such as 120, or leave it out for 60.',
    exitCode: ExitCode.usage,
  })
}

function checkSiteUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UserError('WP_URL is not a web address.', {
      advice: 'Write it with its scheme, such as https://example.com or https://example.com/blog.',
      exitCode: ExitCode.usage,
    })
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError('WP_URL holds a user name or password.', {
      advice: 'Put them into WP_USERNAME and WP_APP_PASSWORD; addresses end up in logs.',
      exitCode: ExitCode.usage,
    })
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UserError(`WP_URL is http://${url.host}: the password would travel in clear.`, {
      advice: `Use https://${url.host}; plain http is accepted for this machine (localhost) only.`,
      exitCode: ExitCode.usage,
    })
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}
