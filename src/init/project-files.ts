import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { ExitCode, UserError } from '../errors.ts'
import { readProjectFile } from '../files/read.ts'
import { say } from '../language/say.ts'

/** What lies in a folder that is to become a project. */
export interface ProjectFiles {
  readonly root: string
  /** Names of what lies in the folder itself. */
  readonly entries: ReadonlySet<string>
  /** Paths of all Markdown, under whatever ending; sorted, `/`-separated. */
  readonly markdown: readonly string[]
  /** What stands in a file; `undefined` where there is none, or a link is in its place. */
  readonly read: (file: string) => string | undefined
}

/** What is installed, built or kept by other programs, and never written by an author. */
const FOREIGN = ['**/node_modules/**', '**/vendor/**', '**/themes/**', '_site/**', 'dist/**', 'resources/**']

/** @throws UserError (usage) where there is no such folder */
export async function listProjectFiles(root: string): Promise<ProjectFiles> {
  if (!isFolder(root)) {
    throw new UserError(say`There is no folder ${root}.`, {
      advice: say`Make it first, and run the command in it.`,
      exitCode: ExitCode.usage,
    })
  }
  const options = { cwd: root, dot: false, followSymbolicLinks: false, caseSensitiveMatch: false }
  const markdown = await glob(['**/*.md', '**/*.markdown', '**/*.mdx'], { ...options, ignore: FOREIGN })
  return {
    root,
    entries: new Set(readdirSync(root)),
    markdown: markdown.map((file) => file.split(path.sep).join('/')).sort(),
    read: (file) => {
      try {
        return readProjectFile({ root }, file)?.toString('utf8')
      } catch {
        // A link, or a folder of that name: nothing that tells what the project is.
        return undefined
      }
    },
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Files below a folder. */
export function below(folder: string, files: readonly string[]): string[] {
  return folder === '.' ? [...files] : files.filter((file) => file.startsWith(`${folder}/`))
}
