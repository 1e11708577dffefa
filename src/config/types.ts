import type { Settings } from './schema.ts'

/** wp.config.json with every default filled in, and where it was found. */
export interface Config extends Settings {
  /** Absolute path of the project: the folder that holds wp.config.json. */
  readonly root: string
  /**
   * True where somebody else wrote the project, as a pull request of a fork: nothing of it is run, and nothing that it
   * brings along beside articles, pictures and settings is believed.
   */
  readonly untrusted?: boolean
  /** Absolute path of wp.config.json itself. */
  readonly file: string
}
