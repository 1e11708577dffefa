import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

/** What is set, by name. */
export type Variables = Readonly<Record<string, string | undefined>>

/** The process's own variables. */
export function processEnvironment(): Variables {
  return process.env
}

/**
 * Where programs keep what is the user's and can be made anew: the XDG Base Directory Specification, the conventions of
 * macOS and of Windows.
 *
 * @returns an absolute path; nothing may be there yet
 */
export function userCacheFolder(): string {
  const { XDG_CACHE_HOME: given, LOCALAPPDATA: windows } = process.env
  // "All paths set in these environment variables must be absolute. [...] consider the path invalid and ignore it."
  if (given !== undefined && path.isAbsolute(given)) return given
  if (process.platform === 'win32' && windows !== undefined && path.isAbsolute(windows)) return windows
  return path.join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache')
}

/** Where GitHub Actions takes Markdown for the summary of a job (its variable GITHUB_STEP_SUMMARY). */
export function stepSummaryFile(): string | undefined {
  return process.env.GITHUB_STEP_SUMMARY || undefined
}

/**
 * The folder of the repository that a project lies in: the nearest one with `.git`, in GitHub Actions none above what
 * GITHUB_WORKSPACE names, below which several repositories may lie. Without one it is that, else where we run.
 *
 * @param root absolute path of the project
 */
export function repositoryFolder(root: string): string {
  const outermost = process.env.GITHUB_WORKSPACE || undefined
  for (let folder = root; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (folder === outermost || existsSync(path.join(folder, '.git'))) return folder
  }
  return outermost ?? process.cwd()
}

/**
 * True where npm runs us as the step of that name of `npm publish`, which releases a package: nobody has asked for
 * articles to be published. (`npm run publish` says `run` or `run-script`, which npm calls `npm_command`.)
 */
export function isStepOfNpmPublish(): boolean {
  return process.env.npm_lifecycle_event === 'publish' && process.env.npm_command === 'publish'
}

/** When this process started, milliseconds since 1970. */
export function processStart(): number {
  return Date.now() - process.uptime() * 1000
}
