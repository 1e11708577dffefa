import path from 'node:path'
import type { Config } from '../config/types.ts'
import { readAtMost } from '../files/read-at-most.ts'
import { type ForeignText, findForeignText } from '../files/text-encoding.ts'
import { Store } from '../kept-store.ts'
import { say } from '../language/say.ts'
import { collectOften } from '../limits/collect-often.ts'
import { MOST_ARTICLE_BYTES } from '../limits/sizes.ts'
import { isArticleName, listArticles, noArticles, openArticle } from '../posts/articles.ts'
import { type Draft, toDraft } from '../posts/draft.ts'
import { isArticleInShard } from '../posts/in-shard.ts'
import type { SourcePost } from '../posts/types.ts'
import type { Shard } from '../shard.ts'
import { breathe, mapBreathing, SPELL } from '../standards/breathe.ts'
import { sha256 } from '../standards/sha256.ts'
import type { Threads } from '../threads/threads.ts'
import type { Digest } from './digest.ts'
import { Digester } from './digester.ts'

/** So many parsed articles are kept until they are rendered. */
const FEW = 48

/** Of so many articles, what nobody needs any more takes more room than what is needed. */
const MANY = 3000

/** Leaves the byte order mark to `openArticle`. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

/** Files as they are to be, by absolute path. */
export type Texts = ReadonlyMap<string, string>

/** An article as it lies on the disk; only where it is parsed or has a message are its bytes made a text. */
interface ArticleBytes {
  /** Path below the posts folder, `/`-separated. */
  readonly name: string
  readonly bytes: Uint8Array
  /** sha256 of the bytes. */
  readonly hash: string
}

/** An article judged on its own: its digest, brought back to life on its file. */
export interface DigestedPost
  extends ArticleBytes,
    Pick<Digest, 'isArticle' | 'pictures' | 'collected' | 'messages'> {
  /** Its source's file has no message yet; whoever judges the folder says those of the digest. */
  readonly draft: Draft
  /** Where it had to be parsed here, and whoever asked wants content. */
  readonly source?: SourcePost | undefined
  /** The thread that parsed it, where one had to. */
  readonly thread?: number | undefined
}

/** What lies below the posts folder. */
export interface DigestedFolder {
  readonly articles: readonly DigestedPost[]
  /** Names of Markdown files without front matter. */
  readonly plain: readonly string[]
  /** Names of those that the configuration leaves out. */
  readonly ignored: readonly string[]
  /** Names of Markdown files that do not end in `.md`. */
  readonly misnamed: readonly string[]
}

interface DigestsOptions {
  readonly keepsSources?: boolean
  readonly keepsTexts?: boolean
  readonly shard?: Shard | undefined
}

/** The digests of a folder's articles. An article is parsed only where its text changed, also since the last run. */
export class Digests {
  readonly #config: Config
  readonly #store: Store<Digest>
  readonly #keepsSources: boolean
  readonly #keepsTexts: boolean
  readonly #threads: Threads
  readonly #shard: Shard | undefined
  #posts: ReadonlyMap<string, DigestedPost> = new Map()
  #ignored: readonly string[] = []
  #misnamed: readonly string[] = []

  /**
   * @param threads who digests many; for the caller to close
   * @param options.keepsSources whether articles will be rendered: a few are then parsed here, once, and not by threads. Of many
   *   all trees at once would fill the memory, so that most are parsed again where they are rendered.
   * @param options.keepsTexts whether the texts of articles are asked for again and again, and not of those alone that have
   *   a message
   * @param options.shard the part of the run that this is
   */
  constructor(
    config: Config,
    threads: Threads,
    { keepsSources = false, keepsTexts = false, shard }: DigestsOptions = {},
  ) {
    this.#config = config
    this.#keepsSources = keepsSources
    this.#keepsTexts = keepsTexts
    this.#threads = threads
    this.#shard = shard
    this.#store = new Store(config, 'digests', shard)
  }

  /**
   * Brings the digests up to date.
   *
   * @param changed absolute paths of the files that were written, added or removed since the last call; default: any
   * @param texts of some of these, by their paths, that count instead of what lies on the disk
   * @returns every article in the order of the files; the same object where it did not change; and the Markdown that is
   *   none
   * @throws UserError (content) where there is no article at all, and `changed` was not given
   */
  async update(changed?: ReadonlySet<string>, texts: Texts = new Map()): Promise<DigestedFolder> {
    const listed = changed === undefined ? await listArticles(this.#config) : undefined
    const names = listed?.names ?? this.#namesIn(changed ?? new Set())
    this.#ignored = listed?.ignored ?? this.#ignored
    this.#misnamed = listed?.misnamed ?? this.#misnamed
    if (names.length >= MANY) collectOften()
    const read = await this.#read(names, texts)
    const kept = changed === undefined ? [] : [...this.#posts].filter(([name]) => !names.includes(name))
    const posts = [...kept, ...read.map((post) => [post.name, post] as const)]
    this.#posts = new Map(changed === undefined ? posts : posts.sort(([a], [b]) => (a < b ? -1 : 1)))
    if (changed === undefined) this.#store.save(new Set(names))
    const articles = [...this.#posts.values()].filter(({ isArticle }) => isArticle)
    const plain = [...this.#posts].filter(([, { isArticle }]) => !isArticle).map(([name]) => name)
    if (changed === undefined && articles.length === 0) {
      throw noArticles(say`There are no articles: no file begins with front matter.`, this.#config)
    }
    return { articles, plain, ignored: this.#ignored, misnamed: this.#misnamed }
  }

  /** Those of the files that are articles, as `listArticles` names them; some may be gone. */
  #namesIn(changed: ReadonlySet<string>): string[] {
    const folder = path.join(this.#config.root, this.#config.posts)
    return [...changed]
      .map((file) => path.relative(folder, file).split(path.sep).join('/'))
      .filter((name) => isArticleName(name, this.#config))
  }

  async #read(names: readonly string[], texts: Texts): Promise<DigestedPost[]> {
    const sources = new Map<string, SourcePost>()
    const threads = new Map<string, number | undefined>()
    const digester = new Digester(this.#config, this.#threads, this.#keepsSources)
    const keepsSources = this.#keepsSources && names.length <= FEW
    const files: ArticleBytes[] = []
    const fresh: ArticleBytes[] = []
    // One after another: for small files that is several times as fast as many promises of one each.
    for (const [index, name] of names.entries()) {
      if (index % SPELL === 0) await breathe()
      const place = path.join(this.#config.root, this.#config.posts, name)
      const text = texts.get(place)
      const bytes = text === undefined ? readArticle(place) : Buffer.from(text)
      if (bytes === undefined) continue
      const file = { name, bytes, hash: sha256(bytes) }
      files.push(file)
      if (this.#known(file) !== undefined || this.#store.find(name, file.hash) !== undefined) continue
      // Of one that is too large only a part was read, which may end within a character.
      const foreign = bytes.length > MOST_ARTICLE_BYTES ? undefined : await findForeignText(bytes)
      if (keepsSources) {
        const source = await this.#digestHere(file, foreign)
        // Only what is rendered in this part of a run; the trees of the others would fill the memory.
        if (isArticleInShard(toDraft(source, this.#config), this.#shard)) sources.set(name, source)
      } else {
        fresh.push(file)
        await digester.add({ name, text: textOfArticle(bytes), foreign })
      }
    }
    const digested = await digester.finish()
    digested.forEach(({ digest, thread }, index) => {
      const file = fresh[index]
      if (file === undefined) return
      this.#store.add(file.name, file.hash, digest)
      threads.set(file.name, thread)
    })
    const posts = await mapBreathing(files, (file) => {
      return this.#known(file) ?? this.#restore(file, sources.get(file.name), threads.get(file.name))
    })
    return posts.flat()
  }

  #known({ name, hash }: ArticleBytes): DigestedPost | undefined {
    const post = this.#posts.get(name)
    return post?.hash === hash ? post : undefined
  }

  async #digestHere(
    { name, bytes, hash }: ArticleBytes,
    foreign: ForeignText | undefined,
  ): Promise<SourcePost> {
    // Loaded here, since where nothing changed the parser is not needed.
    const { digestSource, parseArticle } = await import('./digest.ts')
    const source = parseArticle({ name, text: textOfArticle(bytes), foreign }, this.#config)
    this.#store.add(name, hash, digestSource(source, this.#config))
    return source
  }

  /** Brings a digest back to life on its file. */
  #restore(
    article: ArticleBytes,
    source: SourcePost | undefined,
    thread: number | undefined,
  ): DigestedPost[] {
    const digest = this.#store.find(article.name, article.hash)
    if (digest === undefined) return []
    const { isArticle, key, fields, unreadable, pictures, collected, messages } = digest
    const content = this.#keepsTexts ? textOfArticle(article.bytes) : article.bytes
    const file = openArticle(article.name, content, this.#config)
    const draft = toDraft({ key, file, fields, unreadable }, this.#config)
    return [{ ...article, isArticle, draft, pictures, collected, messages, source, thread }]
  }
}

/** The text of an article, a byte order mark included. */
export function textOfArticle(bytes: Uint8Array): string {
  return DECODER.decode(bytes)
}

/** The bytes of an article; of one that is larger than any may be only so many that this shows. */
function readArticle(file: string): Uint8Array | undefined {
  try {
    return readAtMost(file, MOST_ARTICLE_BYTES)
  } catch (error) {
    // A file can be gone again before it is read; whatever else keeps it from being read is not expected.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
