import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Config } from './config/types.ts'
import { UserError } from './errors.ts'
import { readSealedFile, writeSealedFile } from './files/sealed-files.ts'
import { makeProjectFolder, writeProjectFile } from './files/write.ts'

const FOLDER = '.rensai'

type Project = Pick<Config, 'root' | 'untrusted'>

/**
 * Reads what an earlier run kept for later ones; all of it can be made anew.
 *
 * @param name below the folder of such files, `/`-separated
 * @returns `undefined` where nothing is kept, where this machine did not write it, or where the project is not trusted
 */
export function readKeptFile(config: Project, name: string): unknown {
  if (config.untrusted === true) return undefined
  try {
    const kept = readSealedFile(config, `${FOLDER}/${name}`)
    return kept.kind === 'ours' ? JSON.parse(kept.text) : undefined
  } catch (error) {
    // A link is in its place, or it cannot be read: then it is made anew.
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** Whether anything is kept under a name, a file or a folder; whether it is worth anything only reading tells. */
export function isKept(config: Project, name: string): boolean {
  return config.untrusted !== true && existsSync(path.join(config.root, FOLDER, name))
}

/**
 * Writes such a file, or leaves it where the folder cannot be written to, where a link is in its place, or where nothing
 * would tell later that it is ours; nor is any written of a project that is not trusted. That costs time at the next run,
 * and nothing else. Another run that reads at the same time finds the old file or the new one.
 *
 * @returns whether it was written
 */
export function writeKeptFile(config: Project, name: string, content: unknown): boolean {
  if (config.untrusted === true) return false
  try {
    // Keeps the folder out of git, wherever the project lies.
    if (makeProjectFolder(config, FOLDER)) writeProjectFile(config, `${FOLDER}/.gitignore`, '*\n')
    writeSealedFile(config, `${FOLDER}/${name}`, JSON.stringify(content), { durable: false })
    return true
  } catch (error) {
    // Said above.
    if (error instanceof UserError) return false
    throw error
  }
}
