import path from 'node:path'
import { closest } from '../limits/closest.ts'
import type { Article } from './article.ts'

/** The article that a path that leads nowhere probably means; `certain` where nothing else can be meant. */
export interface Suggestion {
  readonly article: Article
  readonly certain: boolean
}

/** Finds it by the file's name, in whatever folder. */
export type Suggest = (missing: string) => Suggestion | undefined

/** In a folder with more wrong names than this something else is wrong, and guessing at each would take long. */
const MAX_GUESSES = 200

/**
 * It is certain where one article alone has that file name, in another folder, in other letters or with another
 * ending; otherwise the nearest name is taken.
 */
export function createSuggest(articles: Iterable<Article>): Suggest {
  const byName = new Map<string, Article[]>()
  for (const article of articles) {
    const name = nameOf(article.path)
    byName.set(name, [...(byName.get(name) ?? []), article])
  }
  const guesses = new Map<string, string | undefined>()

  function guess(name: string): string | undefined {
    if (!guesses.has(name) && guesses.size < MAX_GUESSES) {
      guesses.set(name, closest(name, [...byName.keys()], Math.ceil(name.length / 4)))
    }
    return guesses.get(name)
  }

  return (missing) => {
    const name = nameOf(missing)
    const same = byName.get(name) ?? []
    const [article] = same.length > 0 ? same : (byName.get(guess(name) ?? '') ?? [])
    return article === undefined ? undefined : { article, certain: same.length === 1 }
  }
}

function nameOf(file: string): string {
  return path.posix
    .basename(file)
    .replace(/\.(?:md|markdown|mdx|html?)$/i, '')
    .normalize('NFKC')
    .toLowerCase()
}
