import { realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { resolve } from 'import-meta-resolve'
import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'

/** What npm lets a package be called, and a path that it exports (validate-npm-package-name). */
const PACKAGE = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*(?:\/[^/\\%?#:.][^/\\%?#:]*)*$/i

const FILE = /^\.\//

/**
 * Finds the module of a plugin. A plugin is a program: only a package that is installed in the project or above it, and a
 * file of the project, are ever run.
 *
 * @param name a package, or a path that begins with `./`
 * @returns the address of its file, as an `import` in a module beside wp.config.json would find it
 * @throws UserError (usage) where the name is neither, or leads out of the project; Error (`ERR_MODULE_NOT_FOUND`) where
 *   there is no such module
 */
export function findPlugin(name: string, config: Config): string {
  if (FILE.test(name)) return findFile(name, config)
  if (!PACKAGE.test(name)) {
    throw refused(name, say`it is neither a package nor a file of the project`)
  }
  const url = resolve(name, pathToFileURL(config.file).href)
  // A name of Node's own, such as `fs`, is no file.
  if (!url.startsWith('file:')) throw refused(name, say`it is no package`)
  return url
}

function findFile(name: string, { root, file }: Config): string {
  const url = resolve(name, pathToFileURL(file).href)
  const real = realpathSync(fileURLToPath(url))
  const below = path.relative(realpathSync(root), real)
  if (below === '..' || below.startsWith(`..${path.sep}`) || path.isAbsolute(below)) {
    throw refused(name, say`it leads out of the project`)
  }
  return pathToFileURL(real).href
}

function refused(name: string, reason: string): UserError {
  return new UserError(say`The plugin "${name}" of wp.config.json is not run: ${reason}.`, {
    advice: say`A plugin is a program. Name an installed package ("remark-emoji"), or a file of the project ("./plugins/mine.ts").`,
    exitCode: ExitCode.usage,
  })
}
