import type { Config } from '../config/types.ts'
import type { DigestedPost } from '../digest/digests.ts'
import { Store } from '../kept-store.ts'
import type { LinkTargets } from '../links/targets.ts'
import { resolvePost } from '../posts/resolve.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Shard } from '../shard.ts'
import { groupBy } from '../standards/group-by.ts'
import { sha256 } from '../standards/sha256.ts'
import { hasPlugins } from './has-plugins.ts'
import type { Images } from './image-files.ts'
import type { RenderedArticle } from './render-article.ts'
import type { Rendition } from './rendition.ts'

/** What was rendered of an article, as plain data; what its front matter says is read anew. */
interface Kept extends Omit<RenderedPost, 'post'> {
  readonly linkMeanings: readonly (readonly [string, string])[]
}

/**
 * What earlier runs rendered. It counts for the same bytes of the article, the same pictures and the same meanings of its
 * links; that the configuration and Rensai itself are the same is for the store to see. What a plugin of the project may
 * have had a hand in is not kept, since a plugin can depend on anything.
 */
export class KeptRenditions {
  readonly #config: Config
  readonly #store: Store<Kept> | undefined

  /** @param shard the part of the run that this is */
  constructor(config: Config, shard?: Shard) {
    this.#config = config
    this.#store = hasPlugins(config) ? undefined : new Store(config, 'renditions', shard)
  }

  find(post: DigestedPost, images: Images, targets: LinkTargets): RenderedArticle | undefined {
    const kept = this.#store?.find(nameOf(post), digestOf(post, images))
    if (kept === undefined) return undefined
    const linkMeanings = new Map(kept.linkMeanings)
    const { source } = post.draft
    if (!isMeant(linkMeanings, source.file.path, targets)) return undefined
    const { linkMeanings: _, ...content } = kept
    const rendered = { ...content, post: resolvePost(source, post.draft, this.#config, images) }
    return { rendered, messages: [], linkMeanings }
  }

  /** Keeps what was rendered without a word. */
  add({ rendered, messages, post, images, linkMeanings }: Rendition): void {
    if (rendered === undefined || messages.length > 0) return
    const { post: _, ...content } = rendered
    this.#store?.add(nameOf(post), digestOf(post, images), { ...content, linkMeanings: [...linkMeanings] })
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
    this.#store?.save(new Set(posts.map(nameOf)))
  }

  /** Does what `save` does, and holds nothing any longer. */
  release(posts: readonly DigestedPost[]): void {
    this.#store?.release(new Set(posts.map(nameOf)))
  }
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
