import type { Config } from '../config/types.ts'

/** What turning content back into Markdown needs to know of the project and the site. */
export interface PullContext {
  readonly format: Config['format']
  readonly boxes: Config['boxes']
  readonly math: Config['math']
  readonly mark: Config['mark']
  /** The language that every element of the content carries; `undefined` where none does. */
  readonly language?: string | undefined
  readonly externalLinks: Omit<Config['externalLinks'], 'check'>
  /** True where pictures link to their own file, see `images.lightbox`. */
  readonly lightbox: boolean
  /** How the article links to what is at `url`: a relative path, or `undefined` for an address that stays. */
  readonly link: (url: string) => string | undefined
  /** The label of a note as its author wrote it, by the one that stands in addresses; others stay as they are. */
  readonly label?: (identifier: string) => string | undefined
  /** Path of the local file, relative to the article, that is the picture at `url` with this attachment id. */
  readonly image: (url: string, id: number | undefined) => string | undefined
  /** The width that a local picture has in the content by itself. */
  readonly imageWidth?: (path: string) => string | undefined
  /** The content that an article with this body is published as, every reference filled in. */
  readonly render: (body: string) => Promise<string>
}
