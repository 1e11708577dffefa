import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { Config } from './types.ts'

/** What runs keep for later ones, in the folder `.rensai/` of the project; all of it can be made anew. */
export function keptFile({ root }: Pick<Config, 'root'>, ...names: readonly string[]): string {
  return path.join(folderOf(root), ...names)
}

/**
 * Writes such a file, or leaves it where the folder cannot be written to: that costs time at the next run, and nothing
 * else. Another run that reads at the same time finds the old file or the new one, never half of one.
 *
 * @param name below the folder, `/`-separated
 */
export function writeKeptFile({ root }: Pick<Config, 'root'>, name: string, content: unknown): void {
  const file = path.join(folderOf(root), name)
  try {
    const isNew = mkdirSync(folderOf(root), { recursive: true }) !== undefined
    // Keeps the folder out of git, wherever the project lies.
    if (isNew) writeFileSync(path.join(folderOf(root), '.gitignore'), '*\n')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileAtomic.sync(file, JSON.stringify(content), { fsync: false })
  } catch {
    // Said above.
  }
}

function folderOf(root: string): string {
  return path.join(root, '.rensai')
}
