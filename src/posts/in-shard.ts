import { isInShard, type Shard } from '../shard.ts'
import type { Draft } from './draft.ts'

/** Whether an article belongs to a part; the languages of a pair stay together, since pages show both. */
export function isArticleInShard({ pair, source }: Draft, shard: Shard | undefined): boolean {
  return isInShard(pair ?? source.key, shard)
}
