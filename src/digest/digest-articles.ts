import type { Config } from '../config/types.ts'
import type { Language } from '../language/language.ts'
import { speak } from '../language/speak.ts'
import type { ArticleFile, Digest } from './digest.ts'

/** A share of the work, as it travels to a thread. */
export interface Share {
  readonly files: readonly ArticleFile[]
  readonly config: Config
  /** Of the messages. */
  readonly language: Language
}

/** Digests a share of the articles, in their order. */
export default async function digestArticles({ files, config, language }: Share): Promise<Digest[]> {
  await speak(language)
  // Loaded here, since a thread begins without a language, and rules make texts of theirs when they are loaded.
  const { digestArticle } = await import('./digest.ts')
  return files.map((file) => digestArticle(file, config))
}
