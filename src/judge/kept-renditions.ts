import type { Config } from '../config/types.ts'
import type { DigestedPost } from '../digest/digests.ts'
import { Store } from '../kept-store.ts'
import type { LinkTargets } from '../links/targets.ts'
import { resolvePost } from '../posts/resolve.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Shard } from '../shard.ts'
import { groupBy } from '../standards/group-by.ts'
import { withLater } from '../standards/later.ts'
import { sha256 } from '../standards/sha256.ts'
import { hasPlugins } from './has-plugins.ts'
import type { Images } from './image-files.ts'
import { LostTextsError } from './lost-texts.ts'
import type { RenderedArticle } from './render-article.ts'
import type { Rendition } from './rendition.ts'

/** What is long of what was rendered. */
type Texts = Pick<RenderedPost, 'content' | 'core' | 'withMath' | 'outline'>

/** The rest of it, as plain data; what the front matter says is read anew. */
interface Kept extends Omit<RenderedPost, 'post' | keyof Texts> {
  readonly linkMeanings: readonly (readonly [string, string])[]
  /** Which texts there are; they lie elsewhere. */
  readonly texts: readonly (keyof Texts)[]
}

export interface KeptOptions {
  /** The part of the run that this is. */
  readonly shard?: Shard | undefined
  /** Whether texts are read only when somebody asks for one, who gets a LostTextsError where it is gone by then. */
  readonly defersTexts?: boolean | undefined
}

/**
 * What earlier runs rendered. It counts for the same bytes of the article, the same pictures and the same meanings of its
 * links; that the configuration and Rensai itself are the same is for the store to see. What a plugin of the project may
 * have had a hand in is not kept, since a plugin can depend on anything.
 */
export class KeptRenditions {
  readonly #config: Config
  readonly #store: Store<Kept> | undefined
  readonly #texts: Store<Texts>
  readonly #defersTexts: boolean

  constructor(config: Config, options: KeptOptions) {
    this.#config = config
    this.#store = hasPlugins(config) ? undefined : new Store(config, 'renditions', options.shard)
    this.#texts = new Store(config, 'contents', options.shard)
    this.#defersTexts = options.defersTexts === true
  }

  find(post: DigestedPost, images: Images, targets: LinkTargets): RenderedArticle | undefined {
    const [name, digest] = [nameOf(post), digestOf(post, images)]
    const kept = this.#store?.find(name, digest)
    if (kept === undefined) return undefined
    const linkMeanings = new Map(kept.linkMeanings)
    const { source } = post.draft
    if (!isMeant(linkMeanings, source.file.path, targets)) return undefined
    const { linkMeanings: _, texts: names, ...others } = kept
    const digestOfTexts = textsDigest(digest, kept)
    const now = { ...others, post: resolvePost(source, post.draft, this.#config, images) }
    if (this.#defersTexts && this.#texts.isThere) {
      const find = (): Texts => {
        const texts = this.#texts.find(name, digestOfTexts)
        // Another run has rendered the article meanwhile, or somebody has removed what lies there.
        if (texts === undefined) throw new LostTextsError(source.file.path)
        return texts
      }
      return { rendered: withLater<typeof now, Texts>(now, names, find), messages: [], linkMeanings }
    }
    const texts = this.#texts.find(name, digestOfTexts)
    return texts === undefined ? undefined : { rendered: { ...now, ...texts }, messages: [], linkMeanings }
  }

  /** Keeps what was rendered without a word. */
  add({ rendered, messages, post, images, linkMeanings }: Rendition): void {
    if (rendered === undefined || messages.length > 0) return
    const { post: _, content, core, withMath, outline, ...others } = rendered
    const all = { content, core, withMath, outline }
    const texts = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined)) as Texts
    const [name, digest] = [nameOf(post), digestOf(post, images)]
    const kept = { ...others, linkMeanings: [...linkMeanings], texts: Object.keys(texts) as (keyof Texts)[] }
    this.#store?.add(name, digest, kept)
    this.#texts.add(name, textsDigest(digest, kept), texts)
  }

  /**
   * Articles by where their renditions lie, so that each place is read and written once; all languages of an article come
   * together. Where nothing is kept, they come as they are, since plugins may see their order.
   */
  listPlaces<Article extends { readonly post: DigestedPost }>(
    articles: readonly Article[],
  ): readonly (readonly Article[])[] {
    const store = this.#store
    if (store === undefined) return articles.map((article) => [article])
    return [...groupBy(articles, ({ post }) => store.partOf(nameOf(post)))].map(([, those]) => those)
  }

  /**
   * Writes what has been added, and forgets the articles that are gone.
   *
   * @param posts all articles
   */
  save(posts: readonly DigestedPost[]): void {
    const names = this.#removeOthers(posts)
    // First: what is known to be there must be there, also where the run ends in between.
    if (this.#texts.save()) this.#store?.save(names)
  }

  /** Does what `save` does, and holds nothing any longer. */
  release(posts: readonly DigestedPost[]): void {
    const names = this.#removeOthers(posts)
    if (this.#texts.release()) this.#store?.release(names)
  }

  #removeOthers(posts: readonly DigestedPost[]): ReadonlySet<string> {
    const names = new Set(posts.map(nameOf))
    for (const name of this.#store?.namesBeyond(names) ?? []) this.#texts.remove(name)
    return names
  }
}

/** The same bytes and pictures may give another body, where a link means something else. */
function textsDigest(digest: string, { bodyHash }: Pick<RenderedPost, 'bodyHash'>): string {
  return `${digest} ${bodyHash}`
}

/** True where every link still means what it meant, as JSON. */
export function isMeant(
  linkMeanings: ReadonlyMap<string, string>,
  from: string,
  targets: LinkTargets,
): boolean {
  return [...linkMeanings].every(([url, meaning]) => JSON.stringify(targets(url, from)) === meaning)
}

/** The languages of an article lie together, since the pages of a pair need both. */
function nameOf({ name, draft: { pair, source } }: DigestedPost): string {
  return `${pair ?? source.key}\n${name}`
}

function digestOf({ hash }: DigestedPost, images: Images): string {
  return images.size === 0 ? hash : sha256(hash + JSON.stringify([...images]))
}
