import type { JudgedArticle } from '../judge/types.ts'
import type { Snapshot } from './snapshot.ts'

/** The articles of each pair, found once for each judgement: there is a page for each article that asks. */
const known = new WeakMap<Snapshot['articles'], ReadonlyMap<string, readonly JudgedArticle[]>>()

/** An article in all its languages, in the order of the configuration; empty where it has only one. */
export function pairOf({ draft }: JudgedArticle, { articles, config }: Snapshot): readonly JudgedArticle[] {
  if (draft.pair === undefined) return []
  const pairs = known.get(articles) ?? listPairs(articles, Object.keys(config.languages))
  known.set(articles, pairs)
  const members = pairs.get(draft.pair) ?? []
  return members.length < 2 ? [] : members
}

function listPairs(
  articles: Snapshot['articles'],
  order: readonly string[],
): ReadonlyMap<string, readonly JudgedArticle[]> {
  const rank = ({ draft }: JudgedArticle): number => {
    const index = order.indexOf(draft.language ?? '')
    return index === -1 ? order.length : index
  }
  const pairs = new Map<string, JudgedArticle[]>()
  for (const article of articles.values()) {
    const { pair } = article.draft
    if (pair === undefined) continue
    const members = pairs.get(pair)
    if (members === undefined) pairs.set(pair, [article])
    else members.push(article)
  }
  return new Map([...pairs].map(([pair, members]) => [pair, members.toSorted((a, b) => rank(a) - rank(b))]))
}
