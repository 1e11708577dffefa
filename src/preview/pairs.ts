import type { JudgedArticle } from '../judge/types.ts'
import type { Snapshot } from './snapshot.ts'

/** An article in all its languages, in the order of the configuration; empty where it has only one. */
export function pairOf(article: JudgedArticle, { articles, config }: Snapshot): readonly JudgedArticle[] {
  const { pair } = article.draft
  if (pair === undefined) return []
  const members = [...articles.values()].filter(({ draft }) => draft.pair === pair)
  if (members.length < 2) return []
  const order = Object.keys(config.languages)
  const rank = ({ draft }: JudgedArticle): number => {
    const index = order.indexOf(draft.language ?? '')
    return index === -1 ? order.length : index
  }
  return members.toSorted((a, b) => rank(a) - rank(b))
}
