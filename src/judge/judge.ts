import path from 'node:path'
import type { Config } from '../config/types.ts'
import { type DigestedPost, Digests, type Texts } from '../digest/digests.ts'
import { repeatMessages } from '../digest/messages.ts'
import { checkGraph } from '../links/check-graph.ts'
import { checkProject } from '../links/check-project.ts'
import type { LinkGraph } from '../links/graph.ts'
import { articleKey } from '../posts/articles.ts'
import { type Draft, isUnfinished } from '../posts/draft.ts'
import { isArticleInShard } from '../posts/in-shard.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Shard } from '../shard.ts'
import { Threads } from '../threads/threads.ts'
import { checkArticles } from './check-articles.ts'
import { hasPlugins } from './has-plugins.ts'
import { ImageFiles, type ImageResults } from './image-files.ts'
import { LinkIndex } from './link-index.ts'
import type { Renderer } from './render-articles.ts'
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
}

/**
 * Makes the judge of a folder; nothing is read before its first judgement.
 *
 * @param options.render whether content is wanted, too; it is made all the same where plugins have a say
 * @param options.strict whether the errors of drafts are told as errors, too
 * @param options.shard the part of the run whose articles alone are rendered; everything else is about the whole folder
 */
export function createJudge(
  config: Config,
  options: {
    readonly render: boolean
    readonly strict?: boolean | undefined
    readonly shard?: Shard | undefined
  },
): Judge {
  const pictures = new ImageFiles(config, options.shard)
  const links = new LinkIndex(config)
  const renders = options.render || hasPlugins(config)
  const threads = new Threads()
  const digests = new Digests(config, renders, threads, options.shard)
  const isWanted = ({ draft }: DigestedPost): boolean => isArticleInShard(draft, options.shard)
  let renderer: Renderer | undefined
  let lastGood: ReadonlyMap<string, RenderedPost | undefined> = new Map()

  return {
    judge: async (changed, texts) => {
      try {
        return await judge(changed, texts)
      } finally {
        await threads.close()
      }
    },
  }

  async function judge(changed?: ReadonlySet<string>, texts?: Texts): Promise<Judgement> {
    const { articles: posts, plain, ignored, misnamed } = await digests.update(changed, texts)
    for (const post of posts) sayAgain(post)
    const images = await pictures.load(posts, changed)
    checkArticles(posts, images, config)
    // Links that lead nowhere do not keep an article from being shown.
    const sound = posts.filter(isSound)
    const graph = links.update(posts)
    const leftOut = [...leave(plain, 'plain'), ...leave(misnamed, 'misnamed'), ...leave(ignored, 'ignored')]
    checkGraph(graph, config, Date.now(), new Set(leftOut.map((file) => file.path)))
    const others = await checkProject(graph, config)
    renderer?.keepOnly(new Set(posts.map(keyOf)))
    const contents = renders ? await render(sound.filter(isWanted), images) : new Map<string, RenderedPost>()
    if (changed === undefined) renderer?.save(new Set(posts.map(({ name }) => name)))
    const articles = gather(posts, graph, contents)
    if (options.strict !== true) for (const { draft } of articles.values()) easeDraft(draft, config)
    return {
      config,
      articles,
      others,
      graph,
      leftOut,
    }
  }

  /** What plugins of the project say of the articles is said on their files. */
  async function render(posts: readonly DigestedPost[], images: ImageResults): Promise<Contents> {
    renderer ??= await createRenderer(config, threads, options.shard)
    const contents = new Map<string, RenderedPost>()
    const articles = posts.map((post) => ({ post, images: images.get(keyOf(post)) ?? new Map() }))
    for (const { rendered, messages, post } of await renderer.render(articles, links.targets)) {
      post.draft.source.file.messages.push(...messages)
      if (rendered !== undefined) contents.set(keyOf(post), rendered)
    }
    return contents
  }

  function gather(
    posts: readonly DigestedPost[],
    graph: LinkGraph,
    contents: Contents,
  ): Judgement['articles'] {
    const articles = new Map<string, JudgedArticle>()
    for (const { draft } of posts) {
      const { key } = draft.source
      const node = graph.get(key)
      const rendered = contents.get(key)
      const errors = draft.source.file.messages.filter(({ fatal }) => fatal === true).length
      if (node !== undefined)
        articles.set(key, { key, draft, node, errors, rendered, lastGood: rendered ?? lastGood.get(key) })
    }
    lastGood = new Map([...articles].map(([key, article]) => [key, article.lastGood]))
    return articles
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

/** Says on an article's file what is known of it on its own, and nothing else. */
function sayAgain({ draft, messages }: DigestedPost): void {
  const { file } = draft.source
  file.messages = []
  repeatMessages(file, messages)
}

/** Says the errors of an article that is not finished as warnings. */
function easeDraft(draft: Draft, config: Config): void {
  const { file } = draft.source
  if (!isUnfinished(draft, config)) return
  // What plugins and the digest say is kept for the next judgement, so it is not changed itself.
  file.messages = file.messages.map((message) =>
    message.fatal === true
      ? Object.assign(Object.create(Object.getPrototypeOf(message)), message, { fatal: false })
      : message,
  )
}

function isSound({ draft: { source, unreadable } }: DigestedPost): boolean {
  return !unreadable && source.file.messages.every(({ fatal }) => fatal !== true)
}

function keyOf({ draft }: DigestedPost): string {
  return draft.source.key
}

async function createRenderer(config: Config, threads: Threads, shard: Shard | undefined): Promise<Renderer> {
  // Loaded here, since `check` renders nothing where the project has no plugin.
  const { Renderer } = await import('./render-articles.ts')
  return new Renderer(config, threads, shard)
}
