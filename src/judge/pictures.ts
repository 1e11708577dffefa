import path from 'node:path'
import pLimit from 'p-limit'
import type { Config } from '../config/types.ts'
import { Store } from '../digest/store.ts'
import { type Draft, textOf } from '../posts/draft.ts'
import {
  describeUse,
  type ImageResult,
  inspectPicture,
  isLocalPath,
  type PictureFile,
  type PictureResult,
  picturePath,
} from '../posts/images.ts'
import type { Picture } from '../posts/pictures.ts'

/** More open pictures at once gain nothing and can take much memory. */
const IMAGES_AT_ONCE = 8

/** What became of each picture that articles name, by article key and address as written. */
export type ImageResults = ReadonlyMap<string, ReadonlyMap<string, ImageResult>>

/** An article that was judged on its own, with the pictures of its body. */
export interface ArticleWithPictures {
  readonly draft: Draft
  readonly pictures: readonly Picture[]
}

/** Finds and measures the local pictures that articles name, each once. */
export class Pictures {
  readonly #config: Config
  readonly #store: Store<PictureFile>
  readonly #limit = pLimit(IMAGES_AT_ONCE)
  #results = new Map<string, PictureResult>()

  constructor(config: Config) {
    this.#config = config
    this.#store = new Store(config, 'pictures')
  }

  /**
   * Looks at every picture of the articles.
   *
   * @param changed absolute paths of the files that were written, added or removed since the last call; default: any
   */
  async load(articles: readonly ArticleWithPictures[], changed?: ReadonlySet<string>): Promise<ImageResults> {
    this.#forget(changed)
    const wanted = articles.map((article) => ({ key: article.draft.source.key, uses: usesOf(article) }))
    const paths = new Set(wanted.flatMap(({ uses }) => uses.map((use) => use.path)))
    const missing = [...paths].filter((one) => !this.#results.has(one))
    const found = await Promise.all(
      missing.map(async (one) => [one, await this.#limit(() => this.#inspect(one))] as const),
    )
    for (const [one, result] of found) this.#results.set(one, result)
    if (changed === undefined) this.#store.save(paths)
    return new Map(
      wanted.map(({ key, uses }) => [
        key,
        new Map(
          uses.flatMap((use) => {
            const result = this.#results.get(use.path)
            return result === undefined ? [] : [[use.url, describeUse(result, use, this.#config)] as const]
          }),
        ),
      ]),
    )
  }

  /** What keeps a picture from being used can be mended in many places, so only good news lasts. */
  #forget(changed: ReadonlySet<string> | undefined): void {
    const isSame = (one: string): boolean => changed?.has(path.join(this.#config.root, one)) === false
    this.#results = new Map([...this.#results].filter(([one, { ok }]) => ok && isSame(one)))
  }

  async #inspect(one: string): Promise<PictureResult> {
    return await inspectPicture(one, this.#config, this.#store)
  }
}

interface Use {
  readonly url: string
  readonly path: string
  readonly alt: string
  readonly caption: string
}

/** The pictures of an article, by the words of their first use. */
function usesOf({ draft: { source, fields }, pictures }: ArticleWithPictures): Use[] {
  const featured = textOf(fields, 'featured_image')
  const named = [
    ...pictures
      .filter(({ node }) => isLocalPath(node.url))
      .map(({ node, alt, caption }) => ({ url: node.url, alt, caption })),
    ...(featured === undefined ? [] : [{ url: featured, alt: '', caption: '' }]),
  ]
  return named
    .filter(({ url }, index) => named.findIndex((other) => other.url === url) === index)
    .map((use) => ({ ...use, path: picturePath(use.url, source.file.path) }))
}
