import path from 'node:path'
import { glob } from 'tinyglobby'
import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'

/**
 * The paths of all articles below the posts folder, `/`-separated, sorted.
 *
 * @throws UserError (content) where there is none
 */
export async function listArticles(config: Config): Promise<string[]> {
  const folder = path.join(config.root, config.posts)
  const found = await glob('**/*.md', { cwd: folder, dot: false, followSymbolicLinks: false })
  if (found.length === 0) {
    throw new UserError(`There are no articles: ${config.posts}/ holds no .md file.`, {
      advice: `Put articles into ${config.posts}/, or set "posts" in ${path.basename(config.file)}.`,
      exitCode: ExitCode.content,
    })
  }
  return found.sort()
}

/**
 * The file of an article, for messages to stand on.
 *
 * @param content the whole file; its bytes where nobody may ever want to read them
 */
export function openArticle(name: string, content: string | Uint8Array, config: Config): VFile {
  // Editors do not count a byte order mark as a column, so positions must not either; decoding drops it by itself.
  const value = typeof content === 'string' ? content.replace(/^\uFEFF/, '') : content
  return new VFile({ cwd: config.root, path: path.posix.join(config.posts, name), value })
}
