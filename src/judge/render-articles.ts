import type { Config } from '../config/types.ts'
import { type DigestedPost, textOfArticle } from '../digest/digests.ts'
import { UserError } from '../errors.ts'
import { ExcessError } from '../limits/bounded.ts'
import type { LinkTargets } from '../links/targets.ts'
import { parsePost } from '../posts/read.ts'
import { excessOf, reportExcess } from '../posts/report-excess.ts'
import { resolvePost } from '../posts/resolve.ts'
import { createRender, type Render } from '../render/render.ts'
import type { Shard } from '../shard.ts'
import type { Images } from './image-files.ts'
import { isMeant, KeptRenditions } from './kept-renditions.ts'
import type { Rendition } from './rendition.ts'

/** Renders articles, and again only where something that their content depends on is another. */
export class Renderer {
  readonly #config: Config
  readonly #renditions = new Map<string, Rendition>()
  readonly #kept: KeptRenditions
  #render: Promise<Render> | undefined

  /** @param shard the part of the run that this is */
  constructor(config: Config, shard?: Shard) {
    this.#config = config
    this.#kept = new KeptRenditions(config, shard)
  }

  /**
   * Renders an article that has no error.
   *
   * @throws UserError (usage) where a plugin of the project cannot be loaded
   */
  async render(post: DigestedPost, images: Images, targets: LinkTargets): Promise<Rendition> {
    const { key } = post.draft.source
    const before = this.#renditions.get(key)
    if (before?.post === post && before.images === images && meansTheSame(before, targets)) {
      before.targets = targets
      return before
    }
    const kept = this.#kept.find(post, images, targets)
    const made = kept ?? (await this.#renderAnew(post, images, targets))
    const rendition = { ...made, post, images, targets }
    if (kept === undefined) this.#kept.add(rendition)
    this.#renditions.set(key, rendition)
    return rendition
  }

  /**
   * Keeps what was rendered for the next run.
   *
   * @param names of all articles
   */
  save(names: ReadonlySet<string>): void {
    this.#kept.save(names)
  }

  /** Forgets the articles that are gone. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#renditions.keys()) if (!keys.has(key)) this.#renditions.delete(key)
  }

  async #renderAnew(
    { name, bytes, draft, source: parsed }: DigestedPost,
    images: Images,
    targets: LinkTargets,
  ): Promise<Pick<Rendition, 'rendered' | 'messages' | 'linkMeanings'>> {
    this.#render ??= createRender(this.#config)
    const render = await this.#render
    const source = parsed ?? parsePost(name, textOfArticle(bytes), this.#config)
    // What reading the article found has been said.
    source.file.messages = []
    const linkMeanings = new Map<string, string>()
    const links = (url: string): ReturnType<LinkTargets> => {
      const target = targets(url, source.file.path)
      linkMeanings.set(url, JSON.stringify(target))
      return target
    }
    try {
      const post = resolvePost(source, draft, this.#config, images)
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
}

/** True where every link of an article still means what it meant when the article was rendered. */
function meansTheSame({ targets: then, linkMeanings, post }: Rendition, targets: LinkTargets): boolean {
  return then === targets || isMeant(linkMeanings, post.draft.source.file.path, targets)
}
