import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { languageParts } from '../posts/draft.ts'
import type { FrontMatterKey } from '../posts/front-matter-keys.ts'
import type { Post } from '../posts/post.ts'
import type { Term } from '../posts/types.ts'
import type { RemotePost } from '../site/types.ts'
import { contentToMarkdown } from './content-to-markdown.ts'
import { type FrontMatterValue, writeFrontMatter } from './front-matter.ts'
import { makeContext, type PullWorld } from './make-context.ts'

export interface PulledPost {
  readonly remote: RemotePost
  /** The content without the source marker, its notes as linked list. */
  readonly content: string
  /** True where the post's notes stand in the core footnotes block. */
  readonly hasCoreNotes: boolean
  readonly key: string
  /** Path of the file to be, relative to the project. */
  readonly path: string
  readonly categories: readonly Term[]
  readonly tags: readonly Term[]
  /** Path of the featured picture, relative to the article. */
  readonly featuredImage: string | undefined
  /** The post's id, where it may stand in the front matter. */
  readonly id: number | undefined
  /** What is noted of the content, see sync/pulled.ts. */
  readonly pulled: string | undefined
}

/**
 * The whole file of an article that a post is brought into.
 *
 * @returns `undefined` where a note stands in what only markup can say, so that it would be a note no more
 */
export async function writeNewFile(pulled: PulledPost, world: PullWorld): Promise<string | undefined> {
  const context = makeContext(emptyPost(pulled, world.config), world)
  const body = await contentToMarkdown(pulled.content, context)
  const { excerpt, core } = await context.renderPost(body)
  if (pulled.hasCoreNotes && world.config.format === 'blocks' && core === undefined) return undefined
  return `${writeFrontMatter(frontMatterOf(pulled, excerpt))}\n${body}`
}

function frontMatterOf(
  { remote, categories, tags, featuredImage, id, pulled }: PulledPost,
  derivedExcerpt: string,
): (readonly [FrontMatterKey, FrontMatterValue])[] {
  const list = (terms: readonly Term[]): FrontMatterValue =>
    terms.length === 0 ? undefined : terms.map(({ name }) => name)
  return [
    ['title', remote.title],
    ['slug', remote.slug],
    ['status', remote.status],
    // WordPress moves the date of a draft with every save.
    ['date', remote.status === 'draft' || remote.status === 'pending' ? undefined : writeDate(remote.date)],
    ['categories', list(categories)],
    ['tags', list(tags)],
    ['featured_image', featuredImage],
    ['excerpt', excerptValue(remote.excerpt, derivedExcerpt)],
    ['sticky', remote.sticky ? 'true' : undefined],
    ['format', ['standard', ''].includes(remote.format) ? undefined : remote.format],
    ['id', id === undefined ? undefined : String(id)],
    ['pulled', pulled],
  ]
}

/** An excerpt is written only where the first paragraph would not give the same. */
export function excerptValue(live: string, derived: string): string | undefined {
  return live.trim() === derived ? undefined : live.trim()
}

/** A wall-clock time as authors write it. */
export function writeDate(date: string): string {
  return date.replace('T', ' ')
}

/** An article that has nothing yet but its place. */
function emptyPost({ key, path, remote, id }: PulledPost, config: Config): Post {
  const file = new VFile({ path, value: '' })
  return {
    key,
    file,
    tree: { type: 'root', children: [] },
    title: remote.title,
    slug: remote.slug,
    status: 'draft',
    date: undefined,
    categories: [],
    tags: [],
    excerpt: undefined,
    featuredImage: undefined,
    id,
    author: undefined,
    sticky: undefined,
    commentStatus: undefined,
    format: undefined,
    language: languageParts(key, remote.slug, config).language,
    pair: undefined,
    images: new Map(),
  }
}

/** The categories to write: WordPress's own default one is left to WordPress. */
export function writtenCategories(terms: readonly Term[], config: Config): readonly Term[] {
  const [only, ...others] = terms
  const isDefault = others.length === 0 && only?.slug === 'uncategorized'
  return isDefault && !config.categories?.some(({ slug }) => slug === only.slug) ? [] : terms
}
