import type { Config } from '../config/types.ts'
import { takeSource } from '../digest/kept-sources.ts'
import { type KeptMessage, keepMessages } from '../digest/messages.ts'
import type { Language } from '../language/language.ts'
import { speak } from '../language/speak.ts'
import { createLinkTargets } from '../links/targets.ts'
import type { LinkTarget } from '../links/types.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Images } from './image-files.ts'

/** A share of the work, as it travels to a thread. */
export interface RenderShare {
  readonly articles: readonly Unrendered[]
  readonly config: Config
  /** Of the messages. */
  readonly language: Language
}

/** An article with all that its content depends on. */
export interface Unrendered {
  /** Path below the posts folder, `/`-separated. */
  readonly name: string
  readonly text: string
  readonly images: Images
  /** What its links mean, by the address as written. */
  readonly targets: ReadonlyMap<string, LinkTarget>
}

/** What comes back, as plain data; what the front matter says is left out. */
export interface SharedRendition {
  readonly content: Omit<RenderedPost, 'post'> | undefined
  readonly messages: readonly KeptMessage[]
  readonly linkMeanings: ReadonlyMap<string, string>
}

/** What was rendered, without what the front matter says. */
function contentOf({ post: _, ...content }: RenderedPost): Omit<RenderedPost, 'post'> {
  return content
}

/** An article has a link that nobody has found in its text before. */
class UnknownLinkError extends Error {
  override readonly name = 'UnknownLinkError'
}

/**
 * Renders a share of the articles, in their order.
 *
 * @returns `undefined` for an article of whose links one is not among those given: then whoever knows all of them renders
 *   it
 */
export async function renderShare({
  articles,
  config,
  language,
}: RenderShare): Promise<(SharedRendition | undefined)[]> {
  await speak(language)
  // Loaded here, since a thread begins without a language, and may be there to digest alone.
  const [{ createRender }, { renderArticle }, { parsePost }, { toDraft }] = await Promise.all([
    import('../render/render.ts'),
    import('./render-article.ts'),
    import('../posts/read.ts'),
    import('../posts/draft.ts'),
  ])
  const render = await createRender(config)
  const sectionTargets = createLinkTargets([], config)
  const renditions: (SharedRendition | undefined)[] = []
  for (const { name, text, images, targets } of articles) {
    const source = takeSource(name, text, config) ?? parsePost(name, text, config)
    const linkTarget = (url: string): LinkTarget => {
      // Notes and tables of contents link to sections, which mean the same in every folder.
      const target = targets.get(url) ?? (url.startsWith('#') ? sectionTargets(url, name) : undefined)
      if (target === undefined) throw new UnknownLinkError()
      return target
    }
    try {
      const made = await renderArticle(source, toDraft(source, config), images, linkTarget, config, render)
      renditions.push({
        content: made.rendered === undefined ? undefined : contentOf(made.rendered),
        messages: keepMessages(source.file),
        linkMeanings: made.linkMeanings,
      })
    } catch (error) {
      if (!(error instanceof UnknownLinkError)) throw error
      renditions.push(undefined)
    }
  }
  return renditions
}
