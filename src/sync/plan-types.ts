/** What planning and applying hand on. */
import type { CreatePost } from './changes/create-post.ts'
import type { Change } from './changes/registry.ts'
import type { UpdatePost } from './changes/update-post.ts'
import type { Stranger } from './ownership.ts'
import type { Conflict, Drift, Held, KeptPicture, Orphan, Refused, Result, Unchanged } from './types.ts'

/** What publishing would do, in an order that satisfies every dependency. */
export interface Plan {
  readonly site: string
  readonly changes: readonly Change[]
  readonly unchanged: readonly Unchanged[]
  readonly drift: readonly Drift[]
  readonly conflicts: readonly Conflict[]
  readonly refused: readonly Refused[]
  readonly orphans: readonly Orphan[]
  /** Posts that carry the marker of an article and are not ours. */
  readonly strangers: readonly Stranger[]
  readonly keptPictures: readonly KeptPicture[]
  readonly held: readonly Held[]
  /** Keys of the articles that go public in this run together or not at all, pair by pair. */
  readonly together: readonly (readonly string[])[]
}

/** The articles of a plan, each in its place. */
export interface SortedPosts {
  readonly changes: (CreatePost | UpdatePost)[]
  readonly unchanged: Unchanged[]
  readonly drift: Drift[]
  readonly conflicts: Conflict[]
  readonly refused: Refused[]
}

/** A change, and what became of it. */
export interface Outcome extends Result {
  readonly change: Change
}
