import type { PullContext } from '../fields/contexts.ts'
import { ownExcerpt } from '../fields/excerpt.ts'
import { BODY_FIELDS } from '../fields/groups.ts'
import type { FrontMatterValue } from '../fields/managed-field.ts'
import type { FieldName, LiveFields } from '../fields/registry.ts'
import type { FrontMatterKey } from '../posts/front-matter-keys.ts'
import type { Post } from '../posts/post.ts'
import { valuesOf } from './field-values.ts'
import { markFields, setField } from './front-matter.ts'
import { isEditOf } from './is-edit-of.ts'
import { restoreEnds, withPlainEnds } from './line-ends.ts'
import { type ArticleContext, makeContext, type PullWorld } from './make-context.ts'
import { mergeBody, rebody } from './merge-body.ts'
import { splitFile } from './yaml-source.ts'

const BYTE_ORDER_MARK = '\uFEFF'

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
 * Writes what was edited on the site into an article's file; every byte of it that no edit concerns stays as it is, a
 * byte order mark and the ends of lines included.
 *
 * @returns why it cannot be done: `notes` where a note stands in what only markup can say, so that it would be a note no
 *   more; `front-matter` where that is written in a way that cannot be edited piece by piece
 */
export async function updateFile(
  text: string,
  post: Post,
  edits: SiteEdits,
  world: PullWorld,
): Promise<UpdatedFile | 'notes' | 'front-matter'> {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const { bodyOffset } = splitFile(text.slice(mark.length))
  const start = mark.length + bodyOffset
  const [ownHead, ownBody] = [text.slice(mark.length, start), text.slice(start)]
  // In YAML a carriage return alone ends no line for its parser here, in Markdown it does.
  const head = ownHead.replaceAll('\r\n', '\n')
  const updated = await updateParts(head, withPlainEnds(ownBody), post, edits, world)
  if (typeof updated === 'string') return updated
  return {
    text: mark + restoreEnds(ownHead, updated.head) + restoreEnds(ownBody, updated.body),
    conflicts: updated.conflicts,
  }
}

/** As `updateFile`, of front matter with its fences and body apart, both with plain line ends. */
async function updateParts(
  head: string,
  body: string,
  post: Post,
  edits: SiteEdits,
  world: PullWorld,
): Promise<(Omit<UpdatedFile, 'text'> & { head: string; body: string }) | 'notes' | 'front-matter'> {
  const context = makeContext(post, world)
  const merged = isBodyMerge(edits)
    ? await mergeBody(body, edits.base, edits.content, post.file.path, context)
    : {
        text: isBodyEdit(edits) ? await rebody(body, edits.content, context) : body,
        conflicts: 0,
      }
  const mayLoseNotes = edits.hasCoreNotes && merged.text !== body && merged.conflicts === 0
  if (mayLoseNotes && !(await holdsNotes(merged.text, context, world))) return 'notes'

  const values = new Map<FrontMatterKey, FrontMatterValue>([['pulled', edits.pulled]])
  if (merged.text !== body && post.excerpt === undefined && !edits.conflict.includes('excerpt')) {
    // The excerpt that the first paragraph gave stays on the site until it is written again.
    const { excerpt } = await context.renderPost(merged.text)
    const value = ownExcerpt(edits.live.excerpt, excerpt)
    if (value !== undefined) values.set('excerpt', value)
  }
  for (const [key, value] of valuesOf(edits.drift, edits.live, edits.names)) values.set(key, value)
  // A scheduled article has to say when it appears.
  if (values.get('status') === 'future' && post.date === undefined) {
    for (const [key, value] of valuesOf(['date'], edits.live, edits.names)) values.set(key, value)
  }
  const { frontMatter } = world.config
  const written = [...values].reduce((text, [key, value]) => setField(text, key, value, frontMatter), head)
  if (!isEditOf(head, written, values, frontMatter)) return 'front-matter'
  const conflicts = valuesOf(edits.conflict, edits.live, edits.names)
  const marked = markFields(written, conflicts, post.file.path, frontMatter)
  if (marked === undefined) return 'front-matter'
  return { head: marked, body: merged.text, conflicts: merged.conflicts + conflicts.size }
}

/** False where notes that a post has in the core block would come out as plain links. */
async function holdsNotes(body: string, context: ArticleContext, { config }: PullWorld): Promise<boolean> {
  return config.format !== 'blocks' || (await context.renderPost(body)).core !== undefined
}
