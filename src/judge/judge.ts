import path from 'node:path'
import type { Config } from '../config/types.ts'
import { type DigestedPost, Digests, type Texts } from '../digest/digests.ts'
import { checkGraph } from '../links/check-graph.ts'
import { checkProject } from '../links/check-project.ts'
import { articleKey } from '../posts/articles.ts'
import { isArticleInShard } from '../posts/in-shard.ts'
import { featuredFile } from '../posts/resolve.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Shard } from '../shard.ts'
import { breathe } from '../standards/breathe.ts'
import { Threads } from '../threads/threads.ts'
import { easeDraft, errorsIn, isSound, sayAgain } from './article-messages.ts'
import { checkArticles } from './check-articles.ts'
import { hasPlugins } from './has-plugins.ts'
import { ImageFiles, type ImageResults, type Images } from './image-files.ts'
import type { KeptOptions } from './kept-renditions.ts'
import { LinkIndex } from './link-index.ts'
import type { Renderer, SoundArticle } from './render-articles.ts'
import type { JudgedArticle, Judgement, LeftOut } from './types.ts'

/** Judges one folder, again and again. */
export interface Judge {
  /**
   * Says of every file what there is to say, by every rule that asks no other site and by the plugins of the project.
   *
   * What an article is told on its own is known by its text, and its content by all that this depends on; the rules
   * that look at more than one file run over the whole folder.
   *
   * @param changed absolute paths of the files that were written, added or removed since the last call; default: any
   * @param texts of some of these that are not written yet, by absolute path: the folder is judged as it would be
   * @throws UserError (content) where there is no article at all, and `changed` was not given
   * @throws UserError (usage) where a plugin of the project cannot be loaded
   */
  readonly judge: (changed?: ReadonlySet<string>, texts?: Texts) => Promise<Judgement>
  /**
   * Judges the folder once, and says the same, but hands contents over as they are rendered and keeps none of them, however
   * many articles there are. Whoever asks goes through all articles, or ends that: until then threads wait.
   *
   * @throws UserError as `judge` does
   */
  readonly stream: () => Promise<StreamedJudgement>
}

/** A folder whose contents come one by one. */
export interface StreamedJudgement {
  /**
   * Without contents. What is known of an article only by rendering it, such as what plugins say, is said on its file,
   * and counted, before it comes.
   */
  readonly judgement: Judgement
  /** Each article of this part of the run with its content, in no order; translations follow each other soon. */
  readonly contents: AsyncIterable<JudgedArticle>
}

/**
 * Makes the judge of a folder; nothing is read before its first judgement.
 *
 * @param options.render whether content is wanted, too; it is made all the same where plugins have a say
 * @param options.strict whether the errors of drafts are told as errors, too
 * @param options.once whether this is judged only once: then no texts are held that nothing asks for
 * @param options.defersContents whether contents that earlier runs kept are read only when somebody asks for one
 * @param options.shard the part of the run whose articles alone are rendered; everything else is about the whole folder
 */
export function createJudge(
  config: Config,
  options: {
    readonly render: boolean
    readonly strict?: boolean | undefined
    readonly once?: boolean | undefined
    readonly defersContents?: boolean | undefined
    readonly shard?: Shard | undefined
  },
): Judge {
  const pictures = new ImageFiles(config, options.shard)
  const links = new LinkIndex(config)
  const renders = options.render || hasPlugins(config)
  const threads = new Threads()
  const digests = new Digests(config, threads, {
    keepsSources: renders,
    keepsTexts: renders && options.once !== true,
    shard: options.shard,
  })
  const isWanted = ({ draft }: DigestedPost): boolean => isArticleInShard(draft, options.shard)
  const keptOptions = { shard: options.shard, defersTexts: options.defersContents }
  let renderer: Renderer | undefined
  let lastGood: ReadonlyMap<string, Pick<JudgedArticle, 'featured' | 'lastGood'>> = new Map()

  return {
    judge: async (changed, texts) => {
      try {
        return await judge(changed, texts)
      } finally {
        await threads.close()
      }
    },
    stream: async () => {
      try {
        const folder = await judgeFolder()
        const articles = gather(folder, new Map())
        return { judgement: toJudgement(folder, articles), contents: streamContents(folder, articles) }
      } catch (error) {
        await threads.close()
        throw error
      }
    },
  }

  async function judge(changed?: ReadonlySet<string>, texts?: Texts): Promise<Judgement> {
    const folder = await judgeFolder(changed, texts)
    const { posts } = folder
    renderer?.keepOnly(new Set(posts.map(keyOf)))
    const contents = renders ? await render(folder) : new Map<string, RenderedPost>()
    if (changed === undefined) renderer?.save(posts)
    return toJudgement(folder, gather(folder, contents))
  }

  /** All that is said without rendering. */
  async function judgeFolder(changed?: ReadonlySet<string>, texts?: Texts): Promise<JudgedFolder> {
    const { articles: posts, plain, ignored, misnamed } = await digests.update(changed, texts)
    for (const post of posts) sayAgain(post)
    await breathe()
    const images = await pictures.load(posts, changed)
    checkArticles(posts, images, config)
    // Links that lead nowhere do not keep an article from being shown.
    const sound = posts.filter(isSound)
    await breathe()
    const graph = links.update(posts)
    const leftOut = [...leave(plain, 'plain'), ...leave(misnamed, 'misnamed'), ...leave(ignored, 'ignored')]
    checkGraph(graph, config, Date.now(), new Set(leftOut.map((file) => file.path)))
    await breathe()
    const others = await checkProject(graph, config)
    return { posts, sound: new Set(sound), images, graph, others, leftOut }
  }

  /** What plugins of the project say of the articles is said on their files. */
  async function render(folder: JudgedFolder): Promise<Contents> {
    renderer ??= await createRenderer(config, threads, keptOptions)
    const contents = new Map<string, RenderedPost>()
    for (const { rendered, messages, post } of await renderer.render(listWanted(folder), links.targets)) {
      post.draft.source.file.messages.push(...messages)
      if (rendered !== undefined) contents.set(keyOf(post), rendered)
    }
    return contents
  }

  /** What plugins say of an article is said on its file before it comes. */
  async function* streamContents(folder: JudgedFolder, articles: Articles): AsyncGenerator<JudgedArticle> {
    const { posts, sound } = folder
    try {
      for (const post of posts) {
        const article = articles.get(keyOf(post))
        if (article !== undefined && isWanted(post) && !sound.has(post)) yield article
      }
      const renderer = await createRenderer(config, threads, keptOptions)
      for await (const renditions of renderer.stream(listWanted(folder), links.targets, posts)) {
        for (const { rendered, messages, post } of renditions) {
          const article = articles.get(keyOf(post))
          if (article === undefined) continue
          post.draft.source.file.messages.push(...messages)
          article.errors += errorsIn(messages)
          if (options.strict !== true) easeDraft(post.draft, config)
          yield { ...article, rendered, lastGood: rendered }
        }
      }
    } finally {
      await threads.close()
    }
  }

  /** The articles of this part of the run that can be rendered. */
  function listWanted({ sound, images }: JudgedFolder): SoundArticle[] {
    return [...sound].filter(isWanted).map((post) => ({ post, images: imagesOf(post, images) }))
  }

  function gather({ posts, sound, graph, images }: JudgedFolder, contents: Contents): Articles {
    const articles: Articles = new Map()
    for (const post of posts) {
      const { draft } = post
      const { key } = draft.source
      const node = graph.get(key)
      const rendered = contents.get(key)
      const errors = errorsIn(draft.source.file.messages)
      if (node === undefined) continue
      const before = lastGood.get(key)
      const featured = sound.has(post)
        ? featuredFile(draft, config, imagesOf(post, images))
        : before?.featured
      articles.set(key, {
        key,
        draft,
        node,
        errors,
        featured,
        rendered,
        lastGood: rendered ?? before?.lastGood,
      })
    }
    lastGood = new Map([...articles].map(([key, { featured, lastGood }]) => [key, { featured, lastGood }]))
    return articles
  }

  function toJudgement({ others, graph, leftOut }: JudgedFolder, articles: Articles): Judgement {
    if (options.strict !== true) for (const { draft } of articles.values()) easeDraft(draft, config)
    return { config, articles, others, graph, leftOut }
  }

  function leave(names: readonly string[], reason: LeftOut['reason']): LeftOut[] {
    return names.map((name) => ({
      key: articleKey(name, config),
      path: path.posix.join(config.posts, name),
      reason,
    }))
  }
}

type Contents = ReadonlyMap<string, RenderedPost>

/** By key; errors are counted further while articles are rendered. */
type Articles = Map<string, JudgedArticle & { errors: number }>

/** A folder of which everything is said but what rendering tells. */
interface JudgedFolder extends Pick<Judgement, 'graph' | 'others' | 'leftOut'> {
  readonly posts: readonly DigestedPost[]
  /** Those that can be rendered. */
  readonly sound: ReadonlySet<DigestedPost>
  readonly images: ImageResults
}

function imagesOf(post: DigestedPost, images: ImageResults): Images {
  return images.get(keyOf(post)) ?? new Map()
}

function keyOf({ draft }: DigestedPost): string {
  return draft.source.key
}

async function createRenderer(config: Config, threads: Threads, options: KeptOptions): Promise<Renderer> {
  // Loaded here, since `check` renders nothing where the project has no plugin.
  const { Renderer } = await import('./render-articles.ts')
  return new Renderer(config, threads, options)
}
