import { lstatSync } from 'node:fs'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { globMatcher } from '../limits/patterns.ts'

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
    ? say`The folder of the articles, ${posts}, lies outside the project.`
    : say`The folder of the articles, ${posts}, leads through a symbolic link, ${names.slice(0, link + 1).join('/')}.`
  throw new UserError(reason, {
    advice: say`Put the articles into a folder beside ${path.basename(file)}, and name it as "posts".`,
    exitCode: ExitCode.usage,
  })
}

/**
 * Whether a file below the folder of the articles may be one: no part of its path is hidden, and none is a link.
 *
 * @param name below that folder, `/`-separated; nothing need be there
 */
export function isArticleName(name: string, config: Config): boolean {
  const { root, posts } = config
  const parts = name.split('/')
  if (!name.endsWith('.md') || parts.some((part) => part.startsWith('.')) || ignoredBy(config)(name))
    return false
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

/** Markdown below the posts folder, by path below it, `/`-separated, sorted. */
export interface ArticleNames {
  readonly names: readonly string[]
  /** What `ignore` of the configuration leaves out. */
  readonly ignored: readonly string[]
  /** What is Markdown under a name that ends otherwise than in `.md`. */
  readonly misnamed: readonly string[]
}

/** Systems that do not tell capitals from small letters show `A.MD` as an article, and others call them otherwise. */
const MARKDOWN = ['**/*.md', '**/*.markdown', '**/*.mdx']

/**
 * Lists what lies below the posts folder.
 *
 * @throws UserError (content) where there is no article; UserError (usage) as assertPostsFolder does
 */
export async function listArticles(config: Config): Promise<ArticleNames> {
  const { found, ...listed } = await findArticles(config)
  const { names, misnamed } = listed
  if (names.length === 0) {
    const why =
      misnamed.length > 0
        ? say`There are no articles: ${config.posts}/ holds no file that ends in ".md", but ${String(misnamed[0])}.`
        : found.length === 0
          ? say`There are no articles: ${config.posts}/ holds no .md file.`
          : say`There are no articles: ${config.posts}/ holds none that "ignore" does not leave out.`
    throw noArticles(why, config)
  }
  return listed
}

/**
 * As `listArticles`, but there may be none.
 *
 * @returns besides, all Markdown there is
 */
export async function findArticles(
  config: Config,
): Promise<ArticleNames & { readonly found: readonly string[] }> {
  assertPostsFolder(config)
  const folder = path.join(config.root, config.posts)
  const options = { cwd: folder, dot: false, followSymbolicLinks: false, caseSensitiveMatch: false }
  const found = (await glob(MARKDOWN, options)).sort()
  const isIgnored = ignoredBy(config)
  const ignored = found.filter(isIgnored)
  const left = found.filter((name) => !isIgnored(name))
  const names = left.filter((name) => name.endsWith('.md'))
  const misnamed = left.filter((name) => !name.endsWith('.md'))
  return { names, ignored, misnamed, found }
}

/** There is nothing to judge. */
export function noArticles(why: string, { posts, file }: Config): UserError {
  return new UserError(why, {
    advice: say`Put articles into ${posts}/, or set "posts" in ${path.basename(file)}.`,
    exitCode: ExitCode.content,
  })
}

/** Says whether `ignore` names a file, by its path below the posts folder or below the project. */
function ignoredBy({ ignore, posts }: Config): (name: string) => boolean {
  if (ignore.length === 0) return () => false
  const matches = globMatcher(ignore, say`"ignore" in wp.config.json`)
  return (name) => matches(name) || matches(path.posix.join(posts, name))
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

/** The key of the file with that name below the posts folder. */
export function articleKey(name: string, { name: folder = '' }: Config): string {
  return path.posix.join(folder, name.replace(/\.(?:md|markdown|mdx)$/i, ''))
}
