import { realpathSync } from 'node:fs'
import path from 'node:path'
import pLimit from 'p-limit'
import type { Config } from '../config/types.ts'
import { Store } from '../kept-store.ts'
import { type Draft, textOf } from '../posts/draft.ts'
import type { ImageMention } from '../posts/image-mentions.ts'
import {
  describeUse,
  type ImageFacts,
  type ImageResult,
  inspectPicture,
  isProjectPath,
  type KnownPictures,
  type PictureResult,
  picturePath,
} from '../posts/images.ts'
import type { Shard } from '../shard.ts'

/** More open pictures at once gain nothing and can take much memory. */
const IMAGES_AT_ONCE = 8

/** What became of each picture of an article, by address as written. */
export type Images = ReadonlyMap<string, ImageResult>

/** What became of each picture that articles name, by article key and address as written. */
export type ImageResults = ReadonlyMap<string, Images>

/** An article that was judged on its own, with the pictures of its body. */
export interface ArticleWithPictures {
  readonly draft: Draft
  readonly pictures: readonly ImageMention[]
}

/** What was said of an article's pictures, and what that rests on. */
interface Said {
  readonly uses: readonly Use[]
  readonly results: readonly (PictureResult | undefined)[]
  readonly images: Images
}

/** Finds and measures the local pictures that articles name, each once. */
export class ImageFiles {
  readonly #config: Config
  readonly #store: Store<ImageFacts>
  readonly #limit = pLimit(IMAGES_AT_ONCE)
  readonly #said = new WeakMap<ArticleWithPictures, Said>()
  #results = new Map<string, PictureResult>()

  /** @param shard the part of the run that this is */
  constructor(config: Config, shard?: Shard) {
    this.#config = config
    this.#store = new Store(config, 'pictures', shard)
  }

  /**
   * Looks at every picture of the articles.
   *
   * @param changed absolute paths of the files that were written, added or removed since the last call; default: any
   * @returns for an article the same map as before where neither it nor its pictures changed
   */
  async load(articles: readonly ArticleWithPictures[], changed?: ReadonlySet<string>): Promise<ImageResults> {
    this.#forget(changed)
    const wanted = articles.map((article) => ({
      article,
      uses: this.#said.get(article)?.uses ?? usesOf(article, this.#config),
    }))
    const paths = new Set(wanted.flatMap(({ uses }) => uses.map((use) => use.path)))
    const missing = [...paths].filter((one) => !this.#results.has(one))
    const known = this.#known()
    const found = await Promise.all(
      missing.map(
        async (one) => [one, await this.#limit(() => inspectPicture(one, this.#config, known))] as const,
      ),
    )
    for (const [one, result] of found) this.#results.set(one, result)
    if (changed === undefined) this.#store.save(paths)
    return new Map(
      wanted.map(({ article, uses }) => [article.draft.source.key, this.#describe(article, uses)]),
    )
  }

  /** What keeps a picture from being used can be mended in many places, so only good news lasts. */
  #forget(changed: ReadonlySet<string> | undefined): void {
    const isSame = (one: string): boolean => changed?.has(path.join(this.#config.root, one)) === false
    this.#results = new Map([...this.#results].filter(([one, { ok }]) => ok && isSame(one)))
  }

  #describe(article: ArticleWithPictures, uses: readonly Use[]): Images {
    const results = uses.map((use) => this.#results.get(use.path))
    const before = this.#said.get(article)
    if (before !== undefined && results.every((result, index) => result === before.results[index])) {
      return before.images
    }
    const images = new Map(
      uses.flatMap((use, index) => {
        const result = results[index]
        return result === undefined ? [] : [[use.url, describeUse(result, use, this.#config)] as const]
      }),
    )
    this.#said.set(article, { uses, results, images })
    return images
  }

  /** What is known for the time of one look at all of them. */
  #known(): KnownPictures {
    const folders = new Map<string, string>()
    return {
      realFolder: (folder) => {
        const real = folders.get(folder) ?? realpathSync.native(folder)
        folders.set(folder, real)
        return real
      },
      find: (name, stamp) => this.#store.find(name, stamp),
      add: (name, stamp, file) => this.#store.add(name, stamp, file),
    }
  }
}

interface Use {
  readonly url: string
  readonly path: string
  readonly alt: string
  readonly caption: string
}

/** The pictures of an article, by the words of their first use. */
function usesOf({ draft: { source, fields }, pictures }: ArticleWithPictures, config: Config): Use[] {
  const featured = textOf(fields, 'featured_image')
  const named = [
    ...pictures
      .filter(({ node }) => isProjectPath(node.url))
      .map(({ node, alt, caption }) => ({ url: node.url, alt, caption })),
    ...(featured === undefined ? [] : [{ url: featured, alt: '', caption: '' }]),
  ]
  const first = new Map<string, (typeof named)[number]>()
  for (const use of named) if (!first.has(use.url)) first.set(use.url, use)
  return [...first.values()].map((use) => ({ ...use, path: picturePath(use.url, source.file.path, config) }))
}
