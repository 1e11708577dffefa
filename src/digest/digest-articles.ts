import type { Config } from '../config/types.ts'
import type { Language } from '../language/language.ts'
import { speak } from '../language/speak.ts'
import { boundedEach } from '../limits/bounded.ts'
import type { ArticleFile, Digest } from './digest.ts'
import { keepSource } from './kept-sources.ts'

/** A share of the work, as it travels to a thread. */
export interface Share {
  readonly files: readonly ArticleFile[]
  readonly config: Config
  /** Of the messages. */
  readonly language: Language
  /** Whether the articles will be rendered by the same thread, for which it then keeps what it parsed. */
  readonly keepsSources: boolean
}

/** Digests a share of the articles, in their order. */
export async function digestArticles({ files, config, language, keepsSources }: Share): Promise<Digest[]> {
  await speak(language)
  // Loaded here, since a thread begins without a language, and rules make texts of theirs when they are loaded.
  const { digestSource, parseArticle } = await import('./digest.ts')
  return boundedEach(files, (file) => {
    const source = parseArticle(file, config)
    const digest = digestSource(source, config)
    if (keepsSources) keepSource(file.name, file.text, source)
    return digest
  })
}
