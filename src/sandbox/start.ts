import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { releaseLock, shareLock, takeLock } from './lock.ts'
import { choosePort, serveWordPress } from './server.ts'
import { makePassword, setupScript } from './setup.ts'
import { unpackWordPress } from './unpack.ts'

export interface SandboxOptions {
  /** Where WordPress and its database are kept. */
  readonly folder: string
  readonly timezone: string
  readonly permalink: string
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
  readonly stop: () => Promise<void>
}

interface Credentials {
  readonly port: number
  readonly adminPassword: string
  readonly appPassword: string
}

const USERNAME = 'admin'

/**
 * Starts the embedded WordPress, or joins one that `npm run sandbox` keeps running on the same folder.
 *
 * The first start unpacks and installs it; what is published stays until `resetSandbox`.
 *
 * @throws UserError (usage) where the embedded WordPress is not installed
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { folder, onProgress = () => {} } = options
  const holder = await takeLock(folder, () => {
    onProgress('Waiting for another run to finish with the embedded WordPress')
  })
  if (holder?.url !== undefined) {
    const { adminPassword, appPassword } = await readCredentials(folder)
    return { url: holder.url, username: USERNAME, adminPassword, appPassword, stop: async () => {} }
  }
  try {
    return await boot(options, onProgress)
  } catch (error) {
    await releaseLock(folder)
    throw error
  }
}

/** Forgets everything that was published to the embedded WordPress. */
export async function resetSandbox(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

async function boot(options: SandboxOptions, onProgress: (text: string) => void): Promise<Sandbox> {
  const { folder, timezone, permalink } = options
  const wordpress = path.join(folder, 'wordpress')
  await writeFile(path.join(folder, '.gitignore'), '*\n')
  onProgress('Unpacking WordPress')
  await unpackWordPress(wordpress)

  const known = await readCredentials(folder).catch(() => undefined)
  const port = await choosePort(options.port ?? known?.port)
  onProgress('Starting WordPress')
  const running = await serveWordPress(wordpress, port)
  const adminPassword = known?.adminPassword ?? makePassword()
  const settings = { title: 'Rensai sandbox', timezone, permalink, adminPassword }
  const created = await running.runPhp(setupScript(settings, known !== undefined))
  const appPassword = created === '' ? (known?.appPassword ?? '') : created
  await writeCredentials(folder, { port, adminPassword, appPassword })
  if (options.share === true) await shareLock(folder, running.url)
  return {
    url: running.url,
    username: USERNAME,
    appPassword,
    adminPassword,
    stop: async () => {
      await running.stop()
      await releaseLock(folder)
    },
  }
}

async function readCredentials(folder: string): Promise<Credentials> {
  return JSON.parse(await readFile(path.join(folder, 'credentials.json'), 'utf8')) as Credentials
}

async function writeCredentials(folder: string, credentials: Credentials): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'credentials.json'), JSON.stringify(credentials), { mode: 0o600 })
}
