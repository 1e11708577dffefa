import type { Project } from '../files/folders.ts'

/** Where a sandbox lies: a folder below the project. */
export interface SandboxPlace {
  readonly project: Project
  /** `/`-separated. */
  readonly folder: string
}
