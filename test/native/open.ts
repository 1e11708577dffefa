import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setupScript } from '../../src/sandbox/setup.ts'
import type { Sandbox } from '../../src/sandbox/start.ts'
import { restoreSnapshot, takeSnapshot } from './database.ts'
import { run } from './processes.ts'
import type { NativeServer } from './serve.ts'
import { runPhp, SETTINGS } from './wordpress.ts'

/** A native WordPress that a test has to itself. */
export interface OpenNative extends Sandbox {
  /** Takes posts, terms, pictures and users back to what they were after the installation. */
  readonly reset: () => Promise<void>
  /** Keeps the site as it is now; what it returns brings that back, as often as wanted. */
  readonly keep: () => Promise<() => Promise<void>>
}

/** Empties the `index`-th native WordPress and gives it a permalink structure; it goes on running afterwards. */
export async function openNativeWordPress(
  server: NativeServer,
  permalink: string,
  index = 0,
): Promise<OpenNative> {
  const { folder, socket, runAs, sites } = server
  const site = sites[index]
  if (site === undefined) throw new Error(`There is no native WordPress ${index}.`)
  const uploads = path.join(folder, 'wordpress/wp-content', site.name)
  const reset = async (): Promise<void> => {
    await restoreSnapshot(socket, site.name)
    await rm(uploads, { recursive: true, force: true })
  }
  let kept = 0
  const keep = async (): Promise<() => Promise<void>> => {
    kept += 1
    const label = `kept_${kept}`
    await takeSnapshot(socket, site.name, label)
    const copy = path.join(folder, `${site.name}-${label}`)
    await rm(copy, { recursive: true, force: true })
    const hasUploads = existsSync(uploads)
    if (hasUploads) await run('cp', ['--archive', uploads, copy])
    return async () => {
      await restoreSnapshot(socket, site.name, label)
      await rm(uploads, { recursive: true, force: true })
      // With its owner, so that the web server can go on writing there.
      if (hasUploads) await run('cp', ['--archive', copy, uploads])
    }
  }
  await reset()
  const settings = { ...SETTINGS, permalink, adminPassword: site.adminPassword }
  await runPhp(folder, site, setupScript(settings, true, path.join(folder, 'wordpress')), runAs)
  return { ...site, reset, keep, stop: async () => {} }
}
