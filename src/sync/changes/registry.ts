import { createPost } from './create-post.ts'
import { createTerm } from './create-term.ts'
import type { ChangeKind } from './kind.ts'
import { restorePost } from './restore-post.ts'
import { trashPost } from './trash-post.ts'
import { updateMedia } from './update-media.ts'
import { updatePost } from './update-post.ts'
import { uploadMedia } from './upload-media.ts'

/** Every kind of change, in the order in which a summary counts them. */
export const CHANGE_KINDS = [
  createPost,
  updatePost,
  uploadMedia,
  createTerm,
  updateMedia,
  trashPost,
  restorePost,
] as const

type ChangeOf<K> = K extends ChangeKind<infer C> ? C : never

/** One thing to do. Changes refer to each other by name, hash or key, never by an id that is not there yet. */
export type Change = ChangeOf<(typeof CHANGE_KINDS)[number]>

const BY_KIND = new Map<string, (typeof CHANGE_KINDS)[number]>(CHANGE_KINDS.map((kind) => [kind.kind, kind]))

/** What there is to know of the kind of a change. */
export function kindOf<C extends Change>(change: C): ChangeKind<C> {
  // Found by its name, so it is the one that is made for this change; the compiler cannot follow that.
  return BY_KIND.get(change.kind) as unknown as ChangeKind<C>
}
