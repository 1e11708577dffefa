import { createWriteStream } from 'node:fs'
import { access, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { findWordPress } from './packages.ts'
import { PHP_SETTINGS, phpSettingsFile } from './php-settings.ts'
import { SANDBOX_PLUGIN } from './plugin.ts'

/**
 * Unpacks WordPress with its static files into `target`, unless it is there.
 *
 * It is unpacked beside its place and then renamed, so that an interruption never leaves half a WordPress.
 */
export async function unpackWordPress(target: string): Promise<void> {
  if (await exists(target)) return await writeOurs(target)
  const { archive, statics } = findWordPress()
  const partial = `${target}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  await unzip(archive, partial)
  await cp(statics, partial, { recursive: true, force: false })
  await writeOurs(partial)
  await addConstants(path.join(partial, 'wp-config.php'))
  await rename(partial, target)
}

/** What is ours, at every start, since a newer version of Rensai may have other. */
async function writeOurs(wordpress: string): Promise<void> {
  const plugins = path.join(wordpress, 'wp-content', 'mu-plugins')
  await mkdir(plugins, { recursive: true })
  await writeFile(path.join(plugins, 'rensai-sandbox.php'), SANDBOX_PLUGIN)
  await writeFile(phpSettingsFile(wordpress), PHP_SETTINGS)
}

/** Application passwords work over plain http only where WordPress takes itself for a local development site. */
async function addConstants(file: string): Promise<void> {
  const constants = [
    "define( 'WP_ENVIRONMENT_TYPE', 'local' );",
    "define( 'WP_HTTP_BLOCK_EXTERNAL', true );",
    "define( 'AUTOMATIC_UPDATER_DISABLED', true );",
    "define( 'DISABLE_WP_CRON', true );",
  ]
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('<?php', `<?php\n${constants.join('\n')}`))
}

async function unzip(archive: string, target: string): Promise<void> {
  const { default: yauzl } = await import('yauzl')
  const zip = await yauzl.openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    const file = path.join(target, entry.fileName)
    if (entry.fileName.endsWith('/')) {
      await mkdir(file, { recursive: true })
      continue
    }
    await mkdir(path.dirname(file), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file))
  }
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  )
}
