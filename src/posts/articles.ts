import { lstatSync } from 'node:fs'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'

/**
 * Makes sure that the folder of the articles lies in the project, so that nothing else of the machine is published.
 *
 * @throws UserError (usage) where it leads out of it, or is a link or lies behind one; it may be missing
 */
export function assertPostsFolder({ root, posts, file }: Config): void {
  const names = path.posix.normalize(posts.replaceAll('\\', '/')).replace(/\/$/, '').split('/')
  const isOutside = path.isAbsolute(posts) || names[0] === '..' || posts.includes('\0')
  const link = names.findIndex((_, index) => isLink(path.join(root, ...names.slice(0, index + 1))))
  if (!isOutside && link === -1) return
  const reason = isOutside
    ? 'lies outside the project'
    : `leads through a symbolic link, ${names.slice(0, link + 1).join('/')}`
  throw new UserError(`The folder of the articles, ${posts}, ${reason}.`, {
    advice: `Put the articles into a folder beside ${path.basename(file)}, and name it as "posts".`,
    exitCode: ExitCode.usage,
  })
}

/**
 * Whether a file below the folder of the articles may be one: no part of its path is hidden, and none is a link.
 *
 * @param name below that folder, `/`-separated; nothing need be there
 */
export function isArticleName(name: string, { root, posts }: Config): boolean {
  const parts = name.split('/')
  if (!name.endsWith('.md') || parts.some((part) => part.startsWith('.'))) return false
  return parts.every((_, index) => !isLink(path.join(root, posts, ...parts.slice(0, index + 1))))
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true
  } catch {
    // No name that the system takes, as one that is too long: then nothing is there.
    return false
  }
}

/**
 * The paths of all articles below the posts folder, `/`-separated, sorted.
 *
 * @throws UserError (content) where there is none; UserError (usage) as assertPostsFolder does
 */
export async function listArticles(config: Config): Promise<string[]> {
  assertPostsFolder(config)
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
