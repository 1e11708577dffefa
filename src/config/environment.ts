import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseEnv } from 'node:util'
import type { Config } from './types.ts'

/** The environment of a project: the process's own variables, then those of .env beside wp.config.json. */
export async function readEnvironment(config: Config): Promise<Readonly<Record<string, string | undefined>>> {
  const file = await readFile(path.join(config.root, '.env'), 'utf8').then(parseEnv, () => ({}))
  return { ...file, ...process.env }
}

/** Where GitHub Actions takes Markdown for the summary of a job (its variable GITHUB_STEP_SUMMARY). */
export function stepSummaryFile(): string | undefined {
  return process.env.GITHUB_STEP_SUMMARY || undefined
}

/** The folder of the repository: in GitHub Actions what its variable GITHUB_WORKSPACE names, else where we run. */
export function repositoryFolder(): string {
  return process.env.GITHUB_WORKSPACE || process.cwd()
}

/**
 * True where npm runs us as the step of that name of `npm publish`, which releases a package: nobody has asked for
 * articles to be published. (`npm run publish` says `run` or `run-script`, which npm calls `npm_command`.)
 */
export function isStepOfNpmPublish(): boolean {
  return process.env.npm_lifecycle_event === 'publish' && process.env.npm_command === 'publish'
}
