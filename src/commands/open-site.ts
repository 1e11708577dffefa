import { Connection, connectionFrom, timeoutFrom } from '../config/connection.ts'
import { readEnvironment } from '../config/read-environment.ts'
import type { Config } from '../config/types.ts'
import { UserError } from '../errors.ts'
import { commandLine } from '../installation.ts'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { pauseToText } from '../report/pause.ts'
import { blogOf } from '../sandbox/blog.ts'
import { findWordPress } from '../sandbox/packages.ts'
import { startSandbox } from '../sandbox/start.ts'
import { Client } from '../site/client.ts'
import { SiteError } from '../site/errors.ts'
import type { Pause } from '../site/patience.ts'
import { assertConfiguredSite } from '../sync/configured-site.ts'
import { type ReadAhead, readAhead } from '../sync/read-ahead.ts'
import type { Output } from './output.ts'
import { sandboxToText } from './sandbox-lines.ts'
import { forgetStops } from './stop-signals.ts'
import { untilStopped } from './until-stopped.ts'

export interface OpenSite {
  readonly client: Client
  /** True for the embedded WordPress, where nothing can be harmed. */
  readonly isSandbox: boolean
  /** Lets people look at the site until they stop it; absent for one that goes on by itself. */
  readonly keepOpen?: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Where articles go; no connection is the embedded WordPress. */
export interface ChosenSite {
  readonly connection: Connection | undefined
}

/**
 * Reads where the articles go, before anything else is said: a run against the embedded WordPress begins and ends with
 * telling so, since nothing of it becomes public.
 *
 * @returns for `openSite`
 * @throws UserError (usage) where the login is half set, or where there is neither a login nor the embedded WordPress
 */
export async function chooseSite(config: Config, output: Pick<Output, 'say'>): Promise<ChosenSite> {
  const environment = await readEnvironment(config)
  const connection = connectionFrom(environment)
  // Wrong as the login may be, and to be told as early.
  timeoutFrom(environment)
  if (connection === undefined) {
    findWordPress()
    output.say(say`No WP_URL is set: this is the embedded WordPress, and nothing becomes public.`)
  }
  return { connection }
}

/** A site that is asked while the articles are judged, since neither waits for the other. */
export interface Approach {
  readonly client: Promise<Client>
  readonly ahead: Promise<ReadAhead>
  /** Tells of waits from now on: while the folder is judged, the trouble of a site is nobody's concern. */
  readonly listen: () => void
  /** Gives up what is under way, so that nothing keeps the process from ending. */
  readonly abandon: () => void
}

/**
 * Begins to connect to the configured site, and to read what planning needs whichever articles there are. What fails is
 * told when the site is opened. The embedded WordPress is not started in vain.
 */
export function approachSite(
  { connection }: ChosenSite,
  config: Config,
  output: Pick<Output, 'say'>,
): Approach | undefined {
  if (connection === undefined) return undefined
  const abort = new AbortController()
  const { onPause, listen } = laterTelling(output)
  const client = connectTo(connection, config, onPause, abort.signal)
  const ahead = client.then((found) => {
    assertConfiguredSite(found.facts.home, found.url, config)
    return readAhead(found, config)
  })
  ahead.catch(() => undefined)
  return { client, ahead, listen, abandon: () => abort.abort() }
}

/** Keeps a wait to itself until somebody listens, and tells it then if it still lasts. */
function laterTelling(output: Pick<Output, 'say'>): {
  readonly onPause: (pause: Pause) => void
  readonly listen: () => void
} {
  let last: { readonly pause: Pause; readonly end: number } | undefined
  let isHeard = false
  return {
    onPause: (pause) => {
      last = { pause, end: Date.now() + pause.length }
      if (isHeard) tellPause(pause, output)
    },
    listen: () => {
      if (!isHeard && last !== undefined && last.end > Date.now()) tellPause(last.pause, output)
      isHeard = true
    },
  }
}

function tellPause(pause: Pause, output: Pick<Output, 'say'>): void {
  output.say(`  ${pauseToText(pause)}`)
}

/**
 * Connects to the configured site, or starts the embedded WordPress where none is configured.
 *
 * @param approach the connection that was begun already
 * @throws UserError (usage) where the login is of another site than the configuration; see assertConfiguredSite
 */
export async function openSite(
  config: Config,
  output: Telling,
  chosen?: ChosenSite,
  approach?: Approach,
): Promise<OpenSite> {
  const { connection } = chosen ?? (await chooseSite(config, output))
  if (connection !== undefined) {
    approach?.listen()
    const connecting =
      approach === undefined
        ? connect(connection, config, output)
        : output.during(say`Connecting to ${connection.url}`, () => approach.client)
    const client = await connecting.catch(async (error: unknown) => {
      throw error instanceof SiteError ? await diagnosed(error, connection, config, output) : error
    })
    assertConfiguredSite(client.facts.home, client.url, config)
    return { client, isSandbox: false, close: async () => {} }
  }
  const sandbox = await output.during(say`Starting the embedded WordPress`, (onProgress) =>
    startSandbox({
      project: config,
      folder: '.sandbox',
      ...blogOf(config),
      onProgress,
    }),
  )
  try {
    const client = await connect(
      new Connection(sandbox.url, sandbox.username, sandbox.appPassword),
      config,
      output,
    )
    const { share } = sandbox
    let wasOpen = false
    const close = async (): Promise<void> => {
      await sandbox.stop()
      const later =
        share === undefined
          ? say`It goes on at ${sandbox.url}`
          : say`To open it in a browser: ${commandLine('sandbox')}`
      if (!wasOpen) output.say(joinSentences(say`That was the embedded WordPress.`, later))
    }
    if (share === undefined) return { client, isSandbox: true, close }
    const keepOpen = async (): Promise<void> => {
      wasOpen = true
      share()
      output.say(`${say`The blog is open.`}\n${sandboxToText(sandbox)}`)
      // What an interruption says of a run is untrue now that it is over.
      forgetStops()
      await untilStopped()
    }
    return { client, isSandbox: true, keepOpen, close }
  } catch (error) {
    await sandbox.stop()
    throw error
  }
}

/** Connects to a site with the time-out of the environment, and tells of every wait. */
export async function connect(
  to: Connection,
  config: Pick<Config, 'root' | 'untrusted'>,
  output: Telling,
): Promise<Client> {
  return await output.during(say`Connecting to ${to.url}`, () =>
    connectTo(to, config, (pause) => tellPause(pause, output)),
  )
}

/** @param signal ends every request */
async function connectTo(
  to: Connection,
  config: Pick<Config, 'root' | 'untrusted'>,
  onPause: (pause: Pause) => void,
  signal?: AbortSignal,
): Promise<Client> {
  const timeout = timeoutFrom(await readEnvironment(config))
  return await Client.connect(to, { timeout, onPause, ...(signal === undefined ? {} : { signal }) })
}

/**
 * The first failure of a command, in the words of the doctor, who looks closer than a single request can.
 *
 * @returns the failure itself where he finds nothing, or must not ask
 */
async function diagnosed(
  failure: SiteError,
  connection: Connection,
  config: Config,
  output: Telling,
): Promise<UserError> {
  const { exitCode } = failure
  const more = say`To examine the whole site: ${commandLine('doctor')}`
  // A firewall counts what it refuses, a site that asks for patience gets it, and of one that does not answer in time
  // nothing else is learnt.
  const isAnswered = failure.status !== undefined
  const mayAsk = failure.retryAfter === 0 && isAnswered !== failure.endsRun
  const [{ findFirstFault }, { Patient }, { CONNECTING }] = await Promise.all([
    import('../doctor/diagnose.ts'),
    import('../doctor/patient.ts'),
    import('../doctor/registry.ts'),
  ])
  const fault = mayAsk
    ? await output
        .during(
          say`Finding out why`,
          () => findFirstFault(new Patient(config, { connection }), CONNECTING),
          // What went wrong first must not be lost to what goes wrong in looking for the cause.
        )
        .catch(() => undefined)
    : undefined
  const { message, advice, example } = fault ?? failure
  return new UserError(message, { advice: joinSentences(advice, more), example, exitCode, cause: failure })
}

type Telling = Pick<Output, 'say' | 'during'>
