import type { Article } from './article.ts'

/** Finds the same article in another language; `undefined` where there is none, or no telling which. */
export type Translations = (article: Article, language: string) => Article | undefined

/** Translations share the name of their pair; of several, the one in the same folder is meant. */
export function createTranslations(articles: Iterable<Article>): Translations {
  const pairs = new Map<string, Article[]>()
  for (const article of articles) {
    if (article.pair === undefined) continue
    pairs.set(article.pair, [...(pairs.get(article.pair) ?? []), article])
  }
  return (article, language) => {
    const others = (pairs.get(article.pair ?? '') ?? []).filter(
      (other) => other !== article && other.language === language,
    )
    const near = others.filter((other) => folder(other) === folder(article))
    if (near.length > 0) return near.length === 1 ? near[0] : undefined
    return others.length === 1 ? others[0] : undefined
  }
}

function folder({ key }: Article): string {
  return key.slice(0, key.lastIndexOf('/') + 1)
}
