import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { Config } from './config/types.ts'

const FOLDER = '.rensai'

/**
 * Where runs keep something for later ones; all of it can be made anew.
 *
 * @param name below the folder of such files, `/`-separated
 */
export function keptFile({ root }: Pick<Config, 'root'>, name: string): string {
  return path.join(root, FOLDER, name)
}

/**
 * Writes such a file, or leaves it where the folder cannot be written to: that costs time at the next run, and nothing
 * else. Another run that reads at the same time finds the old file or the new one, never half of one.
 */
export function writeKeptFile(config: Pick<Config, 'root'>, name: string, content: unknown): void {
  const file = keptFile(config, name)
  try {
    const isNew = mkdirSync(path.join(config.root, FOLDER), { recursive: true }) !== undefined
    // Keeps the folder out of git, wherever the project lies.
    if (isNew) writeFileSync(keptFile(config, '.gitignore'), '*\n')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileAtomic.sync(file, JSON.stringify(content), { fsync: false })
  } catch {
    // Said above.
  }
}
