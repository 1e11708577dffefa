import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { run } from './processes.ts'

/** What a newer WordPress consists of: itself, its theme, and what Debian's package takes from elsewhere by links. */
const PACKAGES = [
  'wordpress',
  'wordpress-theme-twentytwentyfive',
  'libjs-cropper',
  'libjs-jquery-ui',
  'libjs-lodash',
  'libjs-underscore',
  'libphp-phpmailer',
  'php-getid3',
]

/** Where the machine says from which mirror it takes its own packages, sources.list(5). */
const SOURCES = ['/etc/apt/sources.list.d/debian.sources', '/etc/apt/sources.list']

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** Once a day is enough: a suite moves slowly, and continuous integration begins with none. */
const FRESH = 24 * 60 * 60 * 1000

/**
 * Unpacks the WordPress of a newer Debian suite beside the machine's own packages: nothing is installed, and apt works
 * with lists of its own.
 *
 * @param suite `trixie` or `sid`; the latter moves, so that nobody can say which version comes
 * @returns the folder that stands for /usr/share/wordpress, with the links of the package still in it
 * @throws Error where this is not Debian or its mirror does not answer
 */
export async function unpackNewerWordPress(suite: string): Promise<string> {
  const cache = path.resolve('node_modules/.cache/rensai-wordpress')
  const kept = path.join(cache, suite)
  const files = path.join(kept, 'usr/share/wordpress')
  const unpacked = await readFile(path.join(kept, 'unpacked'), 'utf8').catch(() => '0')
  if (existsSync(path.join(files, 'wp-load.php')) && Date.now() - Number(unpacked) < FRESH) return files
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(path.join(cache, `${suite}-`))
  try {
    const root = path.join(folder, 'root')
    await mkdir(root)
    for (const archive of await downloadPackages(suite, folder)) {
      await run('dpkg-deb', ['--extract', path.join(folder, archive), root])
    }
    // What only an installed package has, in /etc, does not come along.
    await run('find', [root, '-xtype', 'l', '-delete'])
    await writeFile(path.join(root, 'unpacked'), String(Date.now()))
    await rm(kept, { recursive: true, force: true })
    await rename(root, kept)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return files
}

/** Downloads the packages into the folder, checked by Debian's keys, and returns the names of their files. */
async function downloadPackages(suite: string, folder: string): Promise<string[]> {
  const sources = path.join(folder, 'sources.list')
  await mkdir(path.join(folder, 'lists/partial'), { recursive: true })
  await mkdir(path.join(folder, 'cache/archives/partial'), { recursive: true })
  await writeFile(sources, `deb [signed-by=${KEYRING}] ${await findMirror()} ${suite} main\n`)
  const settings = {
    'Dir::Etc::SourceList': sources,
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::State::Lists': path.join(folder, 'lists'),
    'Dir::Cache': path.join(folder, 'cache'),
    // Nobody but root may enter where this is.
    'APT::Sandbox::User': 'root',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  await run('apt-get', [...options, '--quiet', 'update'], { cwd: folder })
  await run('apt-get', [...options, '--quiet', 'download', ...PACKAGES], { cwd: folder })
  return (await readdir(folder)).filter((name) => name.endsWith('.deb'))
}

async function findMirror(): Promise<string> {
  for (const file of SOURCES) {
    const text = await readFile(file, 'utf8').catch(() => '')
    const mirror = /^(?:URIs:|deb(?: \[[^\]]*\])?)\s+(https?:\S+)/m.exec(text)?.[1]
    if (mirror !== undefined) return mirror
  }
  throw new Error(`A newer WordPress comes from Debian's mirror, and ${SOURCES.join(' and ')} name none.`)
}
