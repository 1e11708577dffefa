import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What VS Code reads of a folder. */
const FOLDER = '.vscode'

/** A settings file of VS Code, by its name below the project. */
export interface VsCodeFile {
  readonly name: string
  readonly content: string
}

/**
 * The settings of VS Code as a project is to have them: those of this repository, whose tasks call by npm scripts what a
 * project that has installed the package calls by npx.
 */
export function listVsCodeFiles({ isClone }: { readonly isClone: boolean }): VsCodeFile[] {
  const folder = templates()
  return ['extensions.json', 'rensai.code-snippets', 'settings.json', 'tasks.json'].map((name) => {
    const content = readFileSync(path.join(folder, name), 'utf8')
    return { name: `${FOLDER}/${name}`, content: isClone ? content : forPackage(content) }
  })
}

/** Beside this module in the build; in the sources those of this repository. */
function templates(): string {
  const built = fileURLToPath(new URL(FOLDER, import.meta.url))
  return existsSync(built) ? built : fileURLToPath(new URL(`../../${FOLDER}`, import.meta.url))
}

/** With --no, npx runs what is installed and gets nothing of that name from a registry. */
function forPackage(content: string): string {
  return content
    .replace('"biomejs.biome", ', '')
    .replaceAll('./src/', './node_modules/rensai/dist/')
    .replace(/npm run -s ([\w-]+)(?: --)?/g, 'npx --no rensai $1')
}
