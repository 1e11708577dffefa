import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { choosePort, serveWordPress } from '../../src/sandbox/server.ts'
import { makePassword, setupScript } from '../../src/sandbox/setup.ts'
import { unpackWordPress } from '../../src/sandbox/unpack.ts'

/** How a test reaches an embedded WordPress that it has to itself. */
export interface OpenEmbedded {
  readonly url: string
  readonly username: string
  readonly appPassword: string
  readonly adminPassword: string
}

export interface EmbeddedWordPress {
  /** Takes posts, terms, pictures and users back to what they were after the installation. */
  readonly empty: (permalink: string) => Promise<OpenEmbedded>
  readonly stop: () => Promise<void>
}

const BLOG = { title: 'Rensai sandbox', language: 'ja', timezone: 'Asia/Tokyo' }

/** Starts an embedded WordPress in a temporary folder, in the time zone Asia/Tokyo. */
export async function startEmbeddedWordPress(): Promise<EmbeddedWordPress> {
  const root = await mkdtemp(path.join(tmpdir(), 'rensai-embedded-'))
  const folder = path.join(root, 'wordpress')
  await unpackWordPress(folder)
  const running = await serveWordPress(folder, await choosePort(undefined))
  const adminPassword = makePassword()
  const setUp = async (permalink: string, keepPassword: boolean): Promise<string> =>
    await running.runPhp(
      setupScript({ ...BLOG, permalink, adminPassword, withoutExamples: true }, keepPassword),
    )
  const appPassword = await setUp('/archives/%post_id%', false)
  const database = path.join(folder, 'wp-content/database/.ht.sqlite')
  const installed = path.join(root, 'installed.sqlite')
  await copyFile(database, installed)
  let emptied = 0
  return {
    empty: async (permalink) => {
      await copyFile(installed, database)
      await setUp(permalink, true)
      emptied += 1
      // A folder that PHP has seen is there for good: each of its processes remembers what it has found on the disk.
      await running.runPhp(
        `<?php require '/wordpress/wp-load.php'; update_option( 'upload_path', 'wp-content/uploads-${emptied}' );`,
      )
      return { url: running.url, username: 'admin', appPassword, adminPassword }
    },
    stop: async () => {
      await running.stop()
      await rm(root, { recursive: true, force: true })
    },
  }
}
