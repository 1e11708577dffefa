import type { VFileMessage } from 'vfile-message'
import type { Config } from '../config/types.ts'
import { UserError } from '../errors.ts'
import { ExcessError } from '../limits/bounded.ts'
import type { LinkTargets } from '../links/targets.ts'
import type { Draft } from '../posts/draft.ts'
import { excessOf, reportExcess } from '../posts/report-excess.ts'
import { resolvePost } from '../posts/resolve.ts'
import type { SourceBody } from '../posts/types.ts'
import type { Render } from '../render/render.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Images } from './image-files.ts'

/** What became of an article that was rendered. */
export interface RenderedArticle {
  /** `undefined` where a plugin of the project fails on the article, or it is beyond the limits. */
  readonly rendered: RenderedPost | undefined
  /** What plugins of the project said while it was rendered, or why it was not. */
  readonly messages: readonly VFileMessage[]
  /** What each link meant, as JSON, by the address as written. */
  readonly linkMeanings: ReadonlyMap<string, string>
}

/** Renders an article that has no error; what was said on its file before is forgotten. */
export async function renderArticle(
  source: SourceBody,
  draft: Draft,
  images: Images,
  targets: LinkTargets,
  config: Config,
  render: Render,
): Promise<RenderedArticle> {
  // What reading the article found has been said.
  source.file.messages = []
  const linkMeanings = new Map<string, string>()
  const links = (url: string): ReturnType<LinkTargets> => {
    const target = targets(url, source.file.path)
    linkMeanings.set(url, JSON.stringify(target))
    return target
  }
  try {
    const post = resolvePost(source, draft, config, images)
    const rendered = await render({ ...post, tree: source.tree }, links)
    return { rendered, messages: source.file.messages, linkMeanings }
  } catch (error) {
    if (error instanceof ExcessError) {
      reportExcess(source.file, excessOf(error))
      return { rendered: undefined, messages: source.file.messages, linkMeanings }
    }
    if (!(error instanceof UserError)) throw error
    const message = source.file.message(error.message, { source: 'rensai', ruleId: 'plugin' })
    message.fatal = true
    message.note = error.advice
    return { rendered: undefined, messages: source.file.messages, linkMeanings }
  }
}
