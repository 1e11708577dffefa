import type { Config } from '../config/types.ts'
import type { ForeignText } from '../files/text-encoding.ts'
import { bounded, ExcessError } from '../limits/bounded.ts'
import { type Collected, collect } from '../links/collect.ts'
import { type Draft, toDraft } from '../posts/draft.ts'
import type { ImageMention } from '../posts/image-mentions.ts'
import { judgePost } from '../posts/judge-post.ts'
import { foreignPost, parsePost } from '../posts/read.ts'
import { excessOf, reportExcess } from '../posts/report-excess.ts'
import type { Field, SourcePost } from '../posts/types.ts'
import { type KeptMessage, keepMessages } from './messages.ts'

/**
 * All that `check` needs of one article: plain data, so that it can be made in another thread and kept for the
 * next run. Whatever depends on other files is not in it.
 */
export interface Digest {
  /** False for Markdown without front matter. */
  readonly isArticle: boolean
  readonly key: string
  readonly fields: readonly Field[]
  readonly unreadable: boolean
  readonly pictures: readonly ImageMention[]
  readonly collected: Collected
  /** What is wrong with the article on its own. */
  readonly messages: readonly KeptMessage[]
}

/** An article as it lies on the disk. */
export interface ArticleFile {
  /** Path below the posts folder, `/`-separated. */
  readonly name: string
  readonly text: string
  /** Why its bytes are no text; then what stands in it counts for nothing. */
  readonly foreign?: ForeignText | undefined
}

/**
 * Parses an article.
 *
 * @param milliseconds that it may take
 */
export function parseArticle(
  { name, text, foreign }: ArticleFile,
  config: Config,
  milliseconds?: number,
): SourcePost {
  return foreign === undefined
    ? parsePost(name, text, config, milliseconds)
    : foreignPost(name, text, foreign, config)
}

/**
 * Parses and judges an article on its own.
 *
 * @param milliseconds that either may take
 */
export function digestArticle(file: ArticleFile, config: Config, milliseconds?: number): Digest {
  return digestSource(parseArticle(file, config, milliseconds), config, milliseconds)
}

/** Judges an article on its own that has been parsed. */
export function digestSource(source: SourcePost, config: Config, milliseconds?: number): Digest {
  const draft = toDraft(source, config)
  const judged = judge(source, draft, config, milliseconds)
  return {
    isArticle: source.isArticle,
    key: source.key,
    fields: draft.fields,
    unreadable: draft.unreadable,
    ...judged,
    messages: keepMessages(source.file),
  }
}

function judge(
  source: SourcePost,
  draft: Draft,
  config: Config,
  milliseconds?: number,
): Pick<Digest, 'pictures' | 'collected'> {
  try {
    return bounded(
      () => ({ pictures: judgePost(source, draft, config), collected: collect(source) }),
      milliseconds,
    )
  } catch (error) {
    if (!(error instanceof ExcessError)) throw error
    reportExcess(source.file, excessOf(error))
    return { pictures: [], collected: { links: [], anchors: [], headings: 0, images: [] } }
  }
}
