/** What a folder holds besides the articles that may be published. */

/** An article with an error: it stays here as it is. Its post keeps its file, and others may link there. */
export interface FaultyArticle {
  readonly key: string
  readonly path: string
  /** As far as its front matter can be read; otherwise the name of its file. */
  readonly slug: string
  readonly id: number | undefined
  readonly pair: string | undefined
  readonly language: string | undefined
  /** True where it is work in progress, which nobody expects to be without faults. */
  readonly isDraft: boolean
  /** How many errors it has. */
  readonly errors: number
}

/** What the folder holds besides the articles that may be written. */
export interface RestOfFolder {
  readonly faulty: readonly FaultyArticle[]
  /** Keys that files have which are no articles: nobody has removed these files. */
  readonly others: ReadonlySet<string>
}

export const NOTHING_ELSE: RestOfFolder = { faulty: [], others: new Set() }
