import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OwnPackage } from './own-package.ts'

/** Where a repository keeps its workflows for GitHub. */
export const WORKFLOWS = '.github/workflows'

/** A workflow file, by its name below the project. */
export interface Workflow {
  readonly name: string
  readonly content: string
}

/**
 * The workflows as a project is to have them: those of this repository, which calls by npm scripts what a project that
 * has installed the package calls by npx.
 */
export function listWorkflows({ isClone }: Pick<OwnPackage, 'isClone'>): Workflow[] {
  const folder = templates()
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => {
      const content = readFileSync(path.join(folder, name), 'utf8')
      return { name: `${WORKFLOWS}/${name}`, content: isClone ? content : forPackage(content) }
    })
}

/** Beside this module in the build; in the sources those that run for this repository. */
function templates(): string {
  const built = fileURLToPath(new URL('workflows', import.meta.url))
  return existsSync(built) ? built : fileURLToPath(new URL(`../../${WORKFLOWS}`, import.meta.url))
}

/** With --no, npx runs what is installed and gets nothing of that name from a registry. */
function forPackage(content: string): string {
  return content
    .replace(/^ +- name: Build\n +run: npm run -s build\n/gm, '')
    .replace(/npm run -s ([\w-]+) -- /g, 'npx --no rensai $1 ')
    .replace(/npm run -s ([\w-]+)$/gm, 'npx --no rensai $1')
}
