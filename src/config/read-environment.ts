import { lstatSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { readProjectFile } from '../files/read.ts'
import { decodeText } from '../files/text-encoding.ts'
import { processEnvironment, type Variables } from './environment.ts'
import { LOGIN_NAMES, type LoginName } from './login-names.ts'
import type { Config } from './types.ts'

/** What is set for a project, by where it is set. */
export interface Environment {
  /** The process's own variables. */
  readonly own: Variables
  /** Those of .env beside wp.config.json. */
  readonly file: Variables
  /** The names of a login that .env mentions outside comments, where no line of it sets one. */
  readonly unread?: readonly LoginName[]
  /** Files beside it that other programs read and we do not, and that set a part of a login. */
  readonly otherFiles?: readonly string[]
}

/** As Vite, Next.js and Docker have them, and as an editor of Windows names `.env`. */
const OTHER_FILES = [
  '.env.local',
  '.env.production',
  '.env.production.local',
  '.env.development',
  '.env.development.local',
  '.env.txt',
  'env.txt',
  'env',
]

/**
 * Reads the environment of a project.
 *
 * @throws WriteError (usage) where .env is a link, or cannot be read
 * @throws UserError (usage) where it is not UTF-8
 */
export async function readEnvironment(config: Pick<Config, 'root' | 'untrusted'>): Promise<Environment> {
  const own = processEnvironment()
  if (config.untrusted === true) return { own, file: {} }
  const text = await readText(config, '.env')
  const file = parseEnv(text)
  if (LOGIN_NAMES.some((name) => file[name] !== undefined)) return { own, file }
  const lines = text.replace(/^\s*#.*$/gm, '')
  const unread = LOGIN_NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(lines))
  return { own, file, unread, otherFiles: await otherFiles(config) }
}

async function otherFiles(config: Pick<Config, 'root'>): Promise<string[]> {
  const found: string[] = []
  for (const name of OTHER_FILES) {
    if (!lstatSync(path.join(config.root, name), { throwIfNoEntry: false })?.isFile()) continue
    const variables = parseEnv(await readText(config, name))
    if (LOGIN_NAMES.some((each) => variables[each])) found.push(name)
  }
  return found
}

async function readText(config: Pick<Config, 'root'>, name: string): Promise<string> {
  const bytes = readProjectFile(config, name)
  return bytes === undefined ? '' : await decodeText(bytes, name)
}
