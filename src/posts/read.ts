import path from 'node:path'
import type { Config } from '../config/types.ts'
import { openArticle } from './articles.ts'
import { listFields } from './fields.ts'
import { readFrontMatter } from './front-matter.ts'
import { parseBody } from './parse-body.ts'
import type { SourcePost } from './types.ts'

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
