import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadConfig } from '../config/load.ts'
import { articleKey, findArticles, openArticle } from '../posts/articles.ts'
import { slugOf } from '../posts/draft.ts'
import { fieldsOf } from '../posts/fields-of.ts'
import { readFrontMatter } from '../posts/front-matter.ts'

/** Whoever presses a key does not wait for more. */
const MOST_ARTICLES = 1000

/**
 * The slugs of a project's articles, by their front matter alone: no body is parsed, nothing of the project is run and
 * no site asked. Of more than 1,000 articles, the names of the files, which mostly are their slugs.
 *
 * @param file path of wp.config.json
 * @throws whatever reading throws
 */
export async function listSlugs(file: string): Promise<string[]> {
  const config = await loadConfig(file, { untrusted: true })
  const { names } = await findArticles(config)
  const slugs = names.map((name) => {
    const key = articleKey(name, config)
    if (names.length > MOST_ARTICLES) return slugOf({ key, fields: [] })
    const article = openArticle(
      name,
      readFileSync(path.join(config.root, config.posts, name), 'utf8'),
      config,
    )
    const { yaml } = readFrontMatter(article, config)
    return slugOf({ key, fields: fieldsOf(key, article, yaml, config) })
  })
  return [...new Set(slugs)].sort()
}
