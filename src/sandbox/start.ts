import * as z from 'zod'
import { readSealedFile, writeSealedFile } from '../files/sealed-files.ts'
import { projectPath, removeFromProject } from '../files/write.ts'
import { say } from '../language/say.ts'
import type { Blog } from './blog.ts'
import { claimSandbox, foreign } from './claim.ts'
import { releaseLock, shareLock, takeLock } from './lock.ts'
import type { SandboxPlace } from './place.ts'
import { choosePort, serveWordPress } from './server.ts'
import { makePassword, setupScript } from './setup.ts'
import { unpackWordPress } from './unpack.ts'

/** WordPress and its database are kept in `folder` of `project`. */
export interface SandboxOptions extends SandboxPlace, Blog {
  /**
   * Let other processes use this WordPress while it runs.
   *
   * @default false: they wait until it has stopped
   */
  readonly share?: boolean
  /** @default the port of the last run, or a free one */
  readonly port?: number
  readonly onProgress?: (text: string) => void
}

export interface Sandbox {
  readonly url: string
  readonly username: string
  readonly appPassword: string
  /** For wp-admin. */
  readonly adminPassword: string
  /** Lets other processes use this WordPress from now on; absent where another process keeps it running. */
  readonly share?: () => void
  readonly stop: () => Promise<void>
}

const credentialsSchema = z.object({
  port: z.int().positive().max(65_535),
  adminPassword: z.string(),
  appPassword: z.string(),
})

type Credentials = z.output<typeof credentialsSchema>

const USERNAME = 'admin'

/**
 * Starts the embedded WordPress, or joins one that `npm run sandbox` keeps running on the same folder.
 *
 * The first start unpacks and installs it; what is published stays until `resetSandbox`.
 *
 * @throws UserError (usage) where the embedded WordPress is not installed, where its folder is a link, or where somebody else
 *   made it
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { onProgress = () => {} } = options
  claimSandbox(options)
  const holder = await takeLock(options, () => {
    onProgress(say`Waiting for another run to finish with the embedded WordPress`)
  })
  if (holder?.url !== undefined) {
    const known = readCredentials(options)
    if (known === undefined) throw foreign(credentialsName(options))
    const { adminPassword, appPassword } = known
    return { url: holder.url, username: USERNAME, adminPassword, appPassword, stop: async () => {} }
  }
  try {
    return await boot(options, onProgress)
  } catch (error) {
    releaseLock(options)
    throw error
  }
}

/**
 * Forgets everything that was published to the embedded WordPress.
 *
 * @throws WriteError (usage) where its folder is a link
 */
export function resetSandbox({ project, folder }: SandboxPlace): void {
  removeFromProject(project, folder)
}

async function boot(options: SandboxOptions, onProgress: (text: string) => void): Promise<Sandbox> {
  const { project, folder, title, language, timezone, permalink } = options
  // What WordPress writes below it is its own affair.
  const wordpress = projectPath(project, `${folder}/wordpress`)
  onProgress(say`Unpacking WordPress`)
  await unpackWordPress(wordpress)

  const known = readCredentials(options)
  const port = await choosePort(options.port ?? known?.port)
  onProgress(say`Starting WordPress`)
  const running = await serveWordPress(wordpress, port)
  const adminPassword = known?.adminPassword ?? makePassword()
  const settings = {
    ...{ title, language, timezone, permalink, adminPassword },
    withoutExamples: known === undefined,
  }
  const created = await running.runPhp(setupScript(settings, known !== undefined))
  const appPassword = created === '' ? (known?.appPassword ?? '') : created
  writeCredentials(options, { port, adminPassword, appPassword })
  if (options.share === true) shareLock(options, running.url)
  return {
    url: running.url,
    username: USERNAME,
    appPassword,
    adminPassword,
    share: () => {
      shareLock(options, running.url)
    },
    stop: async () => {
      await running.stop()
      releaseLock(options)
    },
  }
}

/** @returns `undefined` where there are none that we wrote: then the site gets new ones */
function readCredentials(place: SandboxPlace): Credentials | undefined {
  const found = readSealedFile(place.project, credentialsName(place))
  return found.kind === 'ours' ? credentialsSchema.parse(JSON.parse(found.text)) : undefined
}

function writeCredentials(place: SandboxPlace, credentials: Credentials): void {
  writeSealedFile(place.project, credentialsName(place), JSON.stringify(credentials), { mode: 0o600 })
}

function credentialsName({ folder }: SandboxPlace): string {
  return `${folder}/credentials.json`
}
