import type { VFileMessage } from 'vfile-message'
import type { DigestedPost } from '../digest/digests.ts'
import type { LinkTargets } from '../links/targets.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Images } from './image-files.ts'

/** An article's content, with everything that it depends on besides the configuration. */
export interface Rendition {
  /** `undefined` where a plugin of the project fails on the article, or it is beyond the limits. */
  readonly rendered: RenderedPost | undefined
  /** What plugins of the project said while it was rendered, or why it was not. */
  readonly messages: readonly VFileMessage[]
  readonly post: DigestedPost
  readonly images: Images
  /** What each link meant, as JSON, by the address as written. */
  readonly linkMeanings: ReadonlyMap<string, string>
  /** Says so now; exchanged for those that say the same. */
  targets: LinkTargets
}
