import { once } from 'node:events'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { choosePort } from '../../src/sandbox/server.ts'
import { makePassword } from '../../src/sandbox/setup.ts'
import { startDatabase, takeSnapshot } from './database.ts'
import { PROGRAMS } from './packages.ts'
import { type RunAs, run, type Service } from './processes.ts'
import { startNginx, startPhp } from './web-server.ts'
import { copyWordPress, installWordPress, SETTINGS, type Site } from './wordpress.ts'

/** What the tests have to know of the WordPresses that this process serves. */
export interface NativeServer {
  readonly folder: string
  /** MariaDB's. */
  readonly socket: string
  readonly runAs: RunAs
  readonly sites: readonly NativeSite[]
}

export interface NativeSite extends Site {
  readonly username: string
  readonly adminPassword: string
  readonly appPassword: string
}

/** So many that long suites can use both cores. */
const NAMES = ['first', 'second']

/** The folder of the WordPress to serve, as Debian's package has it. */
const [source = PROGRAMS.wordpress] = process.argv.slice(2)

/**
 * Serves WordPress on MariaDB behind nginx until its standard input ends, which it does however the process
 * that started it has died; then stops each program by its own pid and removes the folder.
 */
const folder = await mkdtemp(path.join(tmpdir(), 'rensai-native-'))
const services: Service[] = []
process.stdin.resume()
const told = Promise.race([
  once(process.stdin, 'end'),
  once(process.stdin, 'close'),
  once(process, 'SIGTERM'),
  once(process, 'SIGINT'),
])
try {
  const started = await Promise.race([start(), told.then(() => undefined)])
  if (started !== undefined) {
    process.stdout.write(`${JSON.stringify(started)}\n`)
    await told
  }
} finally {
  for (const service of services.toReversed()) await service.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit()

async function start(): Promise<NativeServer> {
  const runAs = { ...(await findUser()), cwd: folder }
  if (runAs.uid !== undefined) await chown(folder, runAs.uid, runAs.gid ?? runAs.uid)
  await chmod(folder, 0o755)
  const socket = path.join(folder, 'mariadb.sock')
  await copyWordPress(source, folder, socket)
  if (runAs.uid !== undefined) await run('chown', ['-R', `${runAs.uid}:${runAs.gid}`, folder])
  services.push(await startDatabase(folder, socket, NAMES, runAs))
  const sites: NativeSite[] = []
  for (const name of NAMES) {
    const site = { url: `http://127.0.0.1:${await choosePort(undefined)}`, name }
    const adminPassword = makePassword()
    const settings = { ...SETTINGS, adminPassword }
    const appPassword = await installWordPress(folder, site, settings, runAs)
    await takeSnapshot(socket, name)
    sites.push({ ...site, username: 'admin', adminPassword, appPassword })
  }
  services.push(await startPhp(folder, runAs))
  const nginx = await startNginx(folder, sites, runAs)
  services.push(nginx)
  for (const { url } of sites) await nginx.ready(() => answers(url))
  return { folder, socket, runAs, sites }
}

async function answers(url: string): Promise<void> {
  const response = await fetch(`${url}/wp-json/`)
  if (!response.ok) throw new Error(`${url}/wp-json/ answers ${response.status}: ${await response.text()}`)
}

/** Root hands over to the user that Debian has for web servers; anybody else runs the programs as themselves. */
async function findUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (option) => Number((await run('id', [option, 'www-data'])).stdout)),
  )
  return { uid: uid ?? 33, gid: gid ?? 33 }
}
