import type { Settings } from './schema.ts'

/** wp.config.json with every default filled in, and where it was found. */
export interface Config extends Settings {
  /** Absolute path of the project: the folder that holds wp.config.json. */
  readonly root: string
  /** Absolute path of wp.config.json itself. */
  readonly file: string
}
