import path from 'node:path'
import type { Config } from './config/types.ts'
import { makeProjectFolder, writeProjectFile } from './files/write.ts'
import { WriteError } from './files/write-error.ts'

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
 * Writes such a file, or leaves it where the folder cannot be written to or a link is in its place: that costs time at
 * the next run, and nothing else. Another run that reads at the same time finds the old file or the new one.
 */
export function writeKeptFile(config: Pick<Config, 'root'>, name: string, content: unknown): void {
  try {
    // Keeps the folder out of git, wherever the project lies.
    if (makeProjectFolder(config, FOLDER)) writeProjectFile(config, `${FOLDER}/.gitignore`, '*\n')
    writeProjectFile(config, `${FOLDER}/${name}`, JSON.stringify(content), { durable: false })
  } catch (error) {
    // Said above.
    if (!(error instanceof WriteError)) throw error
  }
}
