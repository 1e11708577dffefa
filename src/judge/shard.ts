import type { Draft } from '../posts/draft.ts'
import { isFirst, isInShard, type Shard } from '../shard.ts'
import type { Judgement } from './types.ts'

/** Whether an article belongs to a part; the languages of a pair stay together, since pages show both. */
export function isArticleInShard({ pair, source }: Draft, shard: Shard | undefined): boolean {
  return isInShard(pair ?? source.key, shard)
}

/**
 * What a part of a run tells of a folder that was judged as a whole: its articles, and with the first part what
 * is about no article. The graph stays whole.
 */
export function partOf<Judged extends Judgement>(judged: Judged, shard: Shard | undefined): Judged {
  if (shard === undefined) return judged
  return {
    ...judged,
    articles: new Map([...judged.articles].filter(([, { draft }]) => isArticleInShard(draft, shard))),
    ...(isFirst(shard) ? {} : { others: [], leftOut: [] }),
  }
}
