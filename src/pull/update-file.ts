import type { PullContext } from '../fields/contexts.ts'
import { ownExcerpt } from '../fields/excerpt.ts'
import { BODY_FIELDS } from '../fields/groups.ts'
import type { FieldName, LiveFields } from '../fields/registry.ts'
import type { Post } from '../posts/post.ts'
import { valuesOf } from './field-values.ts'
import { markFields, setField, splitFile } from './front-matter.ts'
import { type ArticleContext, makeContext, type PullWorld } from './make-context.ts'
import { mergeBody, rebody } from './merge-body.ts'

/** What was edited on the site since an article was last published. */
export interface SiteEdits {
  /** Edited here and not there. */
  readonly update: readonly FieldName[]
  /** Edited there and not here. */
  readonly drift: readonly FieldName[]
  /** Edited on both sides. */
  readonly conflict: readonly FieldName[]
  /** The content with its notes as linked list. */
  readonly content: string
  /** The same as it was last published; `undefined` where the site has no such revision. */
  readonly base: string | undefined
  /** True where the post's notes stand in the core footnotes block. */
  readonly hasCoreNotes: boolean
  /** The fields as the site has them, and what their ids are called here. */
  readonly live: LiveFields
  readonly names: PullContext
  /** What is noted of the fields taken over, see sync/pulled.ts. */
  readonly pulled: string
}

export interface UpdatedFile {
  readonly text: string
  readonly conflicts: number
}

type Edits = Pick<SiteEdits, 'update' | 'drift' | 'conflict'>

/** True where an article's body was edited on the site. */
export function isBodyEdit({ drift, conflict }: Omit<Edits, 'update'>): boolean {
  return [...drift, ...conflict].some((name) => BODY_FIELDS.includes(name))
}

/** True where an article's body was edited on both sides. */
export function isBodyMerge({ update, drift, conflict }: Edits): boolean {
  const isHere = [...update, ...conflict].some((name) => BODY_FIELDS.includes(name))
  return isHere && isBodyEdit({ drift, conflict })
}

/**
 * Writes what was edited on the site into an article's file; all else in it stays as it is.
 *
 * @returns `undefined` where a note stands in what only markup can say, so that it would be a note no more
 */
export async function updateFile(
  text: string,
  post: Post,
  edits: SiteEdits,
  world: PullWorld,
): Promise<UpdatedFile | undefined> {
  const context = makeContext(post, world)
  const { bodyOffset } = splitFile(text)
  const [head, body] = [text.slice(0, bodyOffset), text.slice(bodyOffset)]
  const merged = isBodyMerge(edits)
    ? await mergeBody(body, edits.base, edits.content, post.file.path, context)
    : {
        text: isBodyEdit(edits) ? await rebody(body, edits.content, context) : body,
        conflicts: 0,
      }
  const mayLoseNotes = edits.hasCoreNotes && merged.text !== body && merged.conflicts === 0
  if (mayLoseNotes && !(await holdsNotes(merged.text, context, world))) return undefined

  let written = setField(head, 'pulled', edits.pulled)
  if (merged.text !== body && post.excerpt === undefined && !edits.conflict.includes('excerpt')) {
    // The excerpt that the first paragraph gave stays on the site until it is written again.
    const { excerpt } = await context.renderPost(merged.text)
    const value = ownExcerpt(edits.live.excerpt, excerpt)
    if (value !== undefined) written = setField(written, 'excerpt', value)
  }
  for (const [key, value] of valuesOf(edits.drift, edits.live, edits.names)) {
    written = setField(written, key, value)
  }
  const marked = valuesOf(edits.conflict, edits.live, edits.names)
  return {
    text: markFields(written, marked, post.file.path) + merged.text,
    conflicts: merged.conflicts + marked.size,
  }
}

/** False where notes that a post has in the core block would come out as plain links. */
async function holdsNotes(body: string, context: ArticleContext, { config }: PullWorld): Promise<boolean> {
  return config.format !== 'blocks' || (await context.renderPost(body)).core !== undefined
}
