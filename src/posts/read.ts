import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pLimit from 'p-limit'
import type { Config } from '../config/types.ts'
import { listArticles, openArticle } from './articles.ts'
import { listFields } from './fields.ts'
import { readFrontMatter } from './front-matter.ts'
import { parseBody } from './parse-body.ts'
import type { SourcePost } from './types.ts'

/** More open files at once gain nothing and can exhaust the process's descriptors. */
const FILES_AT_ONCE = 32

/**
 * Reads every article below the posts folder, in the order of their keys.
 *
 * What is wrong inside a file becomes a message on that file; one broken file never hides another.
 *
 * @throws UserError (content) where there is no article at all
 */
export async function readPosts(config: Config): Promise<SourcePost[]> {
  const folder = path.join(config.root, config.posts)
  const names = await listArticles(config)
  const limit = pLimit(FILES_AT_ONCE)
  return await Promise.all(names.map((name) => limit(() => readPost(folder, name, config))))
}

async function readPost(folder: string, name: string, config: Config): Promise<SourcePost> {
  const text = await readFile(path.join(folder, name), 'utf8')
  return parsePost(name, text, config)
}

/**
 * Splits and parses one article.
 *
 * @param name path below the posts folder, `/`-separated
 * @param text the whole file
 */
export function parsePost(name: string, text: string, config: Config): SourcePost {
  const file = openArticle(name, text, config)
  const value = String(file)
  const { frontMatter, yaml, bodyOffset } = readFrontMatter(file, config)
  // Blanks in place of the front matter keep every position in the tree that of the whole file.
  const body = value.slice(0, bodyOffset).replace(/[^\r\n]/g, ' ') + value.slice(bodyOffset)
  const tree = parseBody(body, file, config)
  const key = path.posix.join(config.name ?? '', name.replace(/\.md$/, ''))
  const fields = listFields(file, yaml)
  return { key, file, fields, unreadable: yaml === undefined, frontMatter, yaml, bodyOffset, tree }
}
