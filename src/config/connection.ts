import { ExitCode, UserError } from '../errors.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { escapeText } from '../standards/html.ts'
import { isLoopback } from '../standards/loopback.ts'
import type { Variables } from './environment.ts'
import { LOGIN_NAMES, type LoginName, misspellings } from './login-names.ts'
import type { Environment } from './read-environment.ts'
import { siteAddress } from './site-address.ts'

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

  /** Whether the password, blanks aside, which do not count (wp_authenticate_application_password), has some shape. */
  hasPasswordOf(shape: RegExp): boolean {
    return shape.test(this.#password.replace(/\s/g, ''))
  }

  /** The value of the Authorization header (RFC 7617), UTF-8 as WordPress reads it. */
  authorization(): string {
    return `Basic ${Buffer.from(`${this.username}:${this.#password}`, 'utf8').toString('base64')}`
  }

  /** Name and password as the parameters of a call of XML-RPC. */
  xmlRpcParameters(): string {
    const values = [this.username, this.#password].map(
      (text) => `<param><value><string>${escapeText(text)}</string></value></param>`,
    )
    return `<params>${values.join('')}</params>`
  }
}

/**
 * The connection that WP_URL, WP_USERNAME and WP_APP_PASSWORD describe. All three come from one source: a .env of
 * somebody else must not tell where a password of the environment is sent.
 *
 * @returns `undefined` where none of the three is set, nor anything that looks like one of them: then the embedded
 *   WordPress is meant
 * @throws UserError (usage) where only some are set, one is empty or misspelt, where they come from both sources or stand
 *   in a file that is not read, or where the password would travel in clear
 */
export function connectionFrom(environment: Environment): Connection | undefined {
  const { own, file } = environment
  const [inOwn, inFile] = [namedIn(own), namedIn(file)]
  if (inOwn.length === 0 && inFile.length === 0) {
    assertNoneMeant(environment)
    return undefined
  }
  const [source, names] = inOwn.length > 0 ? [own, inOwn] : [file, inFile]
  const filled = names.filter((name) => filledIn(source, name) !== '')
  if (filled.length < LOGIN_NAMES.length) throw incomplete(environment, source, filled)
  const [url = '', username = '', password = ''] = LOGIN_NAMES.map((name) => filledIn(source, name))
  return new Connection(checkSiteUrl(url), username, password)
}

const ALL = listItems(LOGIN_NAMES)

/** Also those that are set to nothing, as continuous integration hands over a secret that is not there. */
function namedIn(variables: Variables): LoginName[] {
  return LOGIN_NAMES.filter((name) => variables[name] !== undefined)
}

/** Without the quotes that docker's --env-file keeps, and those that a word processor makes of them. */
function filledIn(variables: Variables, name: LoginName): string {
  const text = variables[name]?.trim() ?? ''
  const [, inner] = /^(?:"(.*)"|'(.*)'|[“”](.*)[“”])$/s.exec(text)?.filter((part) => part !== undefined) ?? []
  return inner?.trim() ?? text
}

/** @throws UserError (usage) where there is something that was meant to be a login, so that no embedded WordPress was */
function assertNoneMeant({ own, file, unread = [], otherFiles = [] }: Environment): void {
  const [wrong] = [...misspellings(own), ...misspellings(file)]
  if (wrong !== undefined) {
    throw new UserError(say`${wrong.written} is set, and nothing reads it: the name is ${wrong.meant}.`, {
      advice: say`Set all of ${ALL} to publish to a site, or none of them, nor any name like these, to publish to the embedded WordPress.`,
      exitCode: ExitCode.usage,
    })
  }
  if (unread.length > 0) {
    throw new UserError(say`.env mentions ${listItems(unread)}, but in no line that can be read.`, {
      advice: say`Write each on a line of its own, as ${unread[0] ?? ''}="...", with both quotes; a "#" before a line takes it out.`,
      exitCode: ExitCode.usage,
    })
  }
  const [other] = otherFiles
  if (other !== undefined) {
    throw new UserError(say`${other} holds a login, and it is not read: the file is .env.`, {
      advice: say`Name it .env, or take ${ALL} out of it to publish to the embedded WordPress.`,
      exitCode: ExitCode.usage,
    })
  }
}

/** @param filled the names of the source that have a value */
function incomplete(environment: Environment, source: Variables, filled: readonly LoginName[]): UserError {
  const { own, file } = environment
  const missing = LOGIN_NAMES.filter((name) => !filled.includes(name))
  const isMixed = source === own && missing.some((name) => file[name] !== undefined)
  if (isMixed && filled.length > 0) {
    return new UserError(
      filled.length === 1
        ? say`${joinNames(filled)} is set in the environment, and ${joinNames(missing)} are not; what .env says is not mixed with it.`
        : say`${joinNames(filled)} are set in the environment, and ${joinNames(missing)} is not; what .env says is not mixed with it.`,
      {
        advice: say`Set all of ${ALL} in the environment, or all of them in .env: otherwise a .env of somebody else could send your password to a site of theirs.`,
        exitCode: ExitCode.usage,
      },
    )
  }
  const empty = missing.filter((name) => source[name] !== undefined)
  if (empty.length > 0) {
    const where = source === own ? say`in the environment` : say`in .env`
    const absent = missing.filter((name) => !empty.includes(name))
    const found =
      empty.length === 1
        ? say`${joinNames(empty)} is set ${where}, but empty`
        : say`${joinNames(empty)} are set ${where}, but empty`
    return new UserError(absent.length === 0 ? say`${found}.` : say`${found}, and ${notSet(absent)}.`, {
      advice: say`Continuous integration hands over a secret that it does not have as an empty one, as to a pull request of a fork. Set all of ${ALL} to publish to a site, or none of them, not even empty, to publish to the embedded WordPress.`,
      exitCode: ExitCode.usage,
    })
  }
  const wrong = misspellings(source).find(({ meant }) => missing.includes(meant))
  const hint =
    wrong === undefined ? '' : say`${wrong.written} is, and nothing reads it: the name is ${wrong.meant}.`
  return new UserError(joinSentences(say`${notSet(missing)}.`, hint), {
    advice: say`Set all of ${ALL} in the environment or in .env to publish to a site, or none to publish to the embedded WordPress.`,
    exitCode: ExitCode.usage,
  })
}

function notSet(names: readonly LoginName[]): string {
  return names.length === 1 ? say`${joinNames(names)} is not set` : say`${joinNames(names)} are not set`
}

function joinNames(names: readonly LoginName[]): string {
  return names.reduce<string>((before, name) => (before === '' ? name : say`${before} and ${name}`), '')
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
  throw new UserError(say`WP_TIMEOUT is "${text}", which is not a number of seconds.`, {
    advice: say`Set it to how long one answer of the site may take, such as 120, or leave it out for 60.`,
    exitCode: ExitCode.usage,
  })
}

function checkSiteUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UserError(say`WP_URL is not a web address.`, {
      advice: say`Write it with its scheme, such as https://example.com or https://example.com/blog.`,
      exitCode: ExitCode.usage,
    })
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError(say`WP_URL holds a user name or password.`, {
      advice: say`Put them into WP_USERNAME and WP_APP_PASSWORD; addresses end up in logs.`,
      exitCode: ExitCode.usage,
    })
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UserError(say`WP_URL is http://${url.host}: the password would travel in clear.`, {
      advice: say`Use https://${url.host}; plain http is accepted for this machine (localhost) only.`,
      exitCode: ExitCode.usage,
    })
  }
  return siteAddress(text)
}
