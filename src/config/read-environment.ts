import { parseEnv } from 'node:util'
import { readProjectFile } from '../files/read.ts'
import { decodeText } from '../files/text-encoding.ts'
import { processEnvironment, type Variables } from './environment.ts'
import type { Config } from './types.ts'

/** What is set for a project, by where it is set. */
export interface Environment {
  /** The process's own variables. */
  readonly own: Variables
  /** Those of .env beside wp.config.json. */
  readonly file: Variables
}

/**
 * Reads the environment of a project.
 *
 * @throws WriteError (usage) where .env is a link, or cannot be read
 * @throws UserError (usage) where it is not UTF-8
 */
export async function readEnvironment(config: Pick<Config, 'root' | 'untrusted'>): Promise<Environment> {
  if (config.untrusted === true) return { own: processEnvironment(), file: {} }
  const bytes = readProjectFile(config, '.env')
  const file = bytes === undefined ? {} : parseEnv(await decodeText(bytes, '.env'))
  return { own: processEnvironment(), file }
}
