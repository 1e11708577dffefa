import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setupScript } from '../../src/sandbox/setup.ts'
import type { Sandbox } from '../../src/sandbox/start.ts'
import { restoreSnapshot } from './database.ts'
import type { NativeServer } from './serve.ts'
import { runPhp, SETTINGS } from './wordpress.ts'

/** A native WordPress that a test has to itself. */
export interface OpenNative extends Sandbox {
  /** Takes posts, terms, pictures and users back to what they were after the installation. */
  readonly reset: () => Promise<void>
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
  const reset = async (): Promise<void> => {
    await restoreSnapshot(socket, site.name)
    const uploads = path.join(folder, 'wordpress/wp-content', site.name)
    await rm(uploads, { recursive: true, force: true })
  }
  await reset()
  const settings = { ...SETTINGS, permalink, adminPassword: site.adminPassword }
  await runPhp(folder, site, setupScript(settings, true, path.join(folder, 'wordpress')), runAs)
  return { ...site, reset, stop: async () => {} }
}
