import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Clocks of file systems may be behind that of the machine, milliseconds. */
const BEHIND = 1_000

/**
 * The files that were written, made or moved here since a moment, below folders or themselves named; links are not followed.
 *
 * @param since milliseconds since 1970
 * @returns absolute paths
 */
export function savedSince(paths: readonly string[], since: number): string[] {
  return paths.flatMap(listFiles).filter((file) => {
    // Moving a file leaves the time of its last write, and not that of its last change.
    const stats = lstatSync(file, { throwIfNoEntry: false })
    return stats !== undefined && stats.ctimeMs >= since - BEHIND
  })
}

function listFiles(named: string): string[] {
  try {
    const entries = readdirSync(named, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  } catch {
    // It is a file, or not there, or not to be looked at.
    return [named]
  }
}
