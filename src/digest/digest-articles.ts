import type { Config } from '../config/types.ts'
import { type ArticleFile, type Digest, digestArticle } from './digest.ts'

/** A share of the work, as it travels to a thread. */
export interface Share {
  readonly files: readonly ArticleFile[]
  readonly config: Config
}

/** Digests a share of the articles, in their order. */
export default function digestArticles({ files, config }: Share): Digest[] {
  return files.map((file) => digestArticle(file, config))
}
