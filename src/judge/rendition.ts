import type { DigestedPost } from '../digest/digests.ts'
import type { LinkTargets } from '../links/targets.ts'
import type { Images } from './image-files.ts'
import type { RenderedArticle } from './render-article.ts'

/** An article's content, with everything that it depends on besides the configuration. */
export interface Rendition extends RenderedArticle {
  readonly post: DigestedPost
  readonly images: Images
  /** Says what each link means now; exchanged for those that say the same. */
  targets: LinkTargets
}
