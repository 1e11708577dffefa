import { isArticleInShard } from '../posts/in-shard.ts'
import { isFirst, type Shard } from '../shard.ts'
import type { Judgement } from './types.ts'

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
