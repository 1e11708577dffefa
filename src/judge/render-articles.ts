import { normalizeUri } from 'micromark-util-sanitize-uri'
import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { type DigestedPost, textOfArticle } from '../digest/digests.ts'
import { repeatMessages } from '../digest/messages.ts'
import { spokenLanguage } from '../language/language.ts'
import type { LinkTargets } from '../links/targets.ts'
import { resolvePost } from '../posts/resolve.ts'
import type { Render } from '../render/render.ts'
import { mapBreathing } from '../standards/breathe.ts'
import { groupBy } from '../standards/group-by.ts'
import { SHARE, type Threads } from '../threads/threads.ts'
import { hasPlugins } from './has-plugins.ts'
import type { Images } from './image-files.ts'
import { isMeant, type KeptOptions, KeptRenditions } from './kept-renditions.ts'
import type { RenderedArticle } from './render-article.ts'
import type { RenderShare, SharedRendition } from './render-share.ts'
import type { Rendition } from './rendition.ts'

/** So many articles at least are rendered while others are written: enough to keep all threads busy. */
const AT_ONCE = 4 * SHARE

/** An article that has no error, and what became of its pictures. */
export interface SoundArticle {
  readonly post: DigestedPost
  readonly images: Images
}

/** Renders articles, and again only where something that their content depends on is another. */
export class Renderer {
  readonly #config: Config
  readonly #renditions = new Map<string, Rendition>()
  readonly #kept: KeptRenditions
  readonly #threads: Threads
  #render: Promise<Render> | undefined

  /**
   * @param threads who renders many; for the caller to close
   * @param options of what earlier runs kept
   */
  constructor(config: Config, threads: Threads, options: KeptOptions) {
    this.#config = config
    this.#threads = threads
    this.#kept = new KeptRenditions(config, options)
  }

  /**
   * Renders articles.
   *
   * @returns one rendition for each, in their order
   * @throws UserError (usage) where a plugin of the project cannot be loaded
   */
  async render(articles: readonly SoundArticle[], targets: LinkTargets): Promise<Rendition[]> {
    const renditions = await this.#findOrMake(articles, targets)
    for (const rendition of renditions) this.#renditions.set(rendition.post.draft.source.key, rendition)
    return renditions
  }

  /**
   * Renders articles a few at a time, in the order in which they are kept, and forgets them: while the caller has some, the
   * next ones are rendered. What was rendered is kept for the next run.
   *
   * @param posts all articles
   * @throws UserError (usage) as {@link render} does
   */
  async *stream(
    articles: readonly SoundArticle[],
    targets: LinkTargets,
    posts: readonly DigestedPost[],
  ): AsyncGenerator<readonly Rendition[]> {
    const [first, ...others] = joinPlaces(this.#kept.listPlaces(articles))
    if (first === undefined) return
    let next = this.#findOrMake(first, targets)
    for (const share of [...others, undefined]) {
      const renditions = await next
      this.#kept.release(posts)
      if (share !== undefined) {
        next = this.#findOrMake(share, targets)
        // Thrown above; until then, and where the caller has enough, nobody listens.
        next.catch(() => undefined)
      }
      yield renditions
    }
  }

  /**
   * Keeps what was rendered for the next run.
   *
   * @param posts all articles
   */
  save(posts: readonly DigestedPost[]): void {
    this.#kept.save(posts)
  }

  async #findOrMake(articles: readonly SoundArticle[], targets: LinkTargets): Promise<Rendition[]> {
    const known = await mapBreathing(articles, (article) => this.#find(article, targets))
    const open = articles.filter((_, index) => known[index] === undefined)
    const made = await this.#make(open, targets)
    return articles.map((article, index) => {
      const { post, images } = article
      const fresh = known[index] ?? made.get(article)
      if (fresh === undefined) throw new Error(`${post.name} was not rendered.`)
      const rendition = { ...fresh, post, images, targets }
      if (known[index] === undefined) this.#kept.add(rendition)
      return rendition
    })
  }

  /** Forgets the articles that are gone. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#renditions.keys()) if (!keys.has(key)) this.#renditions.delete(key)
  }

  /** What was rendered before of the same. */
  #find({ post, images }: SoundArticle, targets: LinkTargets): RenderedArticle | undefined {
    const before = this.#renditions.get(post.draft.source.key)
    const isSame = before?.post === post && before.images === images && meansTheSame(before, targets)
    return isSame ? before : this.#kept.find(post, images, targets)
  }

  /** In threads where there are many; plugins of the project stay in this one, where they may know each other. */
  async #make(
    articles: readonly SoundArticle[],
    targets: LinkTargets,
  ): Promise<Map<SoundArticle, RenderedArticle>> {
    const inThreads = !hasPlugins(this.#config) && this.#threads.areWorth(articles.length)
    const made = inThreads ? await this.#makeInThreads(articles, targets) : new Map()
    for (const article of articles) {
      if (!made.has(article)) made.set(article, await this.#makeHere(article, targets))
    }
    return made
  }

  /** What a thread could not render is not in it. */
  async #makeInThreads(
    articles: readonly SoundArticle[],
    targets: LinkTargets,
  ): Promise<Map<SoundArticle, RenderedArticle>> {
    const made = new Map<SoundArticle, RenderedArticle>()
    await Promise.all(
      listShares(articles).map(async ({ thread, share }) => {
        const renditions = await this.#threads
          .run<(SharedRendition | undefined)[]>('render', this.#shareOf(share, targets), thread)
          // What a thread throws has lost its class on the way: it is thrown again here.
          .catch(() => undefined)
        for (const [index, article] of share.entries()) {
          const rendition = renditions?.result[index]
          if (rendition !== undefined) made.set(article, this.#restore(article, rendition))
        }
      }),
    )
    return made
  }

  #shareOf(articles: readonly SoundArticle[], targets: LinkTargets): RenderShare {
    return {
      articles: articles.map(({ post: { name, bytes, collected, draft }, images }) => ({
        name,
        text: textOfArticle(bytes),
        images,
        targets: new Map(
          // As written, and as remark-rehype writes it.
          collected.links
            .flatMap(({ url }) => [url, normalizeUri(url)])
            .map((url) => [url, targets(url, draft.source.file.path)]),
        ),
      })),
      config: this.#config,
      language: spokenLanguage(),
    }
  }

  #restore(
    { post: { draft }, images }: SoundArticle,
    { content, messages, linkMeanings }: SharedRendition,
  ): RenderedArticle {
    const { path } = draft.source.file
    const file = new VFile({ path })
    repeatMessages(file, messages)
    const rendered =
      content === undefined
        ? undefined
        : { ...content, post: resolvePost(draft.source, draft, this.#config, images) }
    return { rendered, messages: file.messages, linkMeanings }
  }

  async #makeHere({ post, images }: SoundArticle, targets: LinkTargets): Promise<RenderedArticle> {
    // Loaded here, since where nothing changed no parser is needed.
    const [{ createRender }, { renderArticle }, { parsePost }] = await Promise.all([
      import('../render/render.ts'),
      import('./render-article.ts'),
      import('../posts/read.ts'),
    ])
    this.#render ??= createRender(this.#config)
    const render = await this.#render
    const source = post.source ?? parsePost(post.name, textOfArticle(post.bytes), this.#config)
    return await renderArticle(source, post.draft, images, targets, this.#config, render)
  }
}

/** Joins small places until there is enough to do. */
function joinPlaces<Article>(places: readonly (readonly Article[])[]): (readonly Article[])[] {
  const joined: Article[][] = []
  for (const place of places) {
    const last = joined.at(-1)
    if (last !== undefined && last.length < AT_ONCE) last.push(...place)
    else joined.push([...place])
  }
  return joined
}

interface ThreadShare {
  /** The one that has parsed the articles. */
  readonly thread: number | undefined
  readonly share: readonly SoundArticle[]
}

function listShares(articles: readonly SoundArticle[]): ThreadShare[] {
  return [...groupBy(articles, ({ post }) => post.thread)].flatMap(([thread, those]) =>
    Array.from({ length: Math.ceil(those.length / SHARE) }, (_, index) => ({
      thread,
      share: those.slice(index * SHARE, (index + 1) * SHARE),
    })),
  )
}

/** True where every link of an article still means what it meant when the article was rendered. */
function meansTheSame({ targets: then, linkMeanings, post }: Rendition, targets: LinkTargets): boolean {
  return then === targets || isMeant(linkMeanings, post.draft.source.file.path, targets)
}
