import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import type { PullContext } from '../fields/contexts.ts'
import { unsaidFields } from '../fields/front-matter.ts'
import type { FieldName, LiveFields } from '../fields/registry.ts'
import { languageParts } from '../posts/draft.ts'
import type { Post } from '../posts/post.ts'
import type { RemotePost } from '../site/types.ts'
import { htmlToText } from '../standards/html-to-text.ts'
import { contentToMarkdown } from './content-to-markdown.ts'
import { type KeyValue, newValues } from './field-values.ts'
import { writeFrontMatter } from './front-matter.ts'
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
  /** The values of the post's fields, and what their ids are called here. */
  readonly live: LiveFields
  readonly names: PullContext
  /** The fields that the file says nothing of. */
  readonly withheld: ReadonlySet<FieldName>
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
  return `${writeFrontMatter(frontMatterOf(pulled, excerpt, world.config), world.config.frontMatter)}\n${body}`
}

function frontMatterOf(
  { live, names, withheld, id, pulled }: PulledPost,
  derivedExcerpt: string,
  { categories }: Config,
): KeyValue[] {
  return [
    ...newValues(live, withheld, { ...names, status: live.status, derivedExcerpt, categories }),
    ['id', id === undefined ? undefined : String(id)],
    ['pulled', pulled],
  ]
}

/** An article that has nothing yet but its place. */
function emptyPost({ key, path, remote, id }: PulledPost, config: Config): Post {
  const file = new VFile({ path, value: '' })
  return {
    ...unsaidFields(remote.slug),
    title: htmlToText(remote.title),
    key,
    file,
    frontMatter: [],
    id,
    language: languageParts(key, remote.slug, config).language,
    pair: undefined,
    images: new Map(),
  }
}
