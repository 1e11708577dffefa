import { fieldLabel } from '../fields/label.ts'
import { listItems, listParts } from '../language/lists.ts'
import { say } from '../language/say.ts'
import type { RemotePost } from '../site/types.ts'
import { type Change, kindOf } from '../sync/changes/registry.ts'
import type { Plan } from '../sync/plan-types.ts'
import type { Conflict } from '../sync/types.ts'

/**
 * How an article and its post compare: `changed` was edited here, `edited` on the site. Both may be true of one article,
 * in different fields.
 */
export type PlanState = 'new' | 'changed' | 'edited' | 'conflict' | 'refused' | 'unchanged'

/** What is known of an article where somebody asked the site. */
export interface PlannedArticle {
  /** What publishing would do with it, in a few words. */
  readonly words: string
  readonly states: readonly PlanState[]
  /** The status of its post; `undefined` where it has none, or none for certain. */
  readonly status: RemotePost['status'] | undefined
}

/**
 * What publishing would do with each article, by key.
 *
 * @param posts of the site that it is planned for
 */
export function plannedByKey(
  { changes, unchanged, drift, conflicts, refused }: Plan,
  posts: readonly RemotePost[],
): ReadonlyMap<string, PlannedArticle> {
  const statuses = new Map(posts.map(({ id, status }) => [id, status]))
  const found: (readonly [key: string, article: Found])[] = [
    ...changes.flatMap((change) => planned(change)),
    ...unchanged.map(
      ({ key, status }) => [key, { words: say`unchanged`, state: 'unchanged', status }] as const,
    ),
    ...drift.map(
      ({ key, fields, status }) =>
        [
          key,
          {
            words: say`${listItems(fields.map(fieldLabel))} edited in wp-admin, left alone`,
            state: 'edited',
            status,
          },
        ] as const,
    ),
    ...conflicts.map(
      (conflict) =>
        [
          conflict.key,
          { words: say`conflict: ${because(conflict)}`, state: 'conflict', status: statusOf(conflict) },
        ] as const,
    ),
    ...refused.map(
      ({ key, error, id }) =>
        [
          key,
          {
            words: say`refused: ${error.message}`,
            state: 'refused',
            status: id === undefined ? undefined : statuses.get(id),
          },
        ] as const,
    ),
  ]
  const byKey = new Map<string, PlannedArticle>()
  for (const [key, { words, state, status }] of found) {
    const before = byKey.get(key)
    byKey.set(key, {
      words: before === undefined ? words : listParts([before.words, words]),
      states: [...(before?.states ?? []), state],
      status: before?.status ?? status,
    })
  }
  return byKey
}

interface Found {
  readonly words: string
  readonly state: PlanState
  readonly status: PlannedArticle['status']
}

function planned(change: Change): (readonly [string, Found])[] {
  if (!('after' in change)) return []
  const { sign, detail } = kindOf(change).describe(change)
  const isNew = sign === '+'
  return [
    [
      change.after.key,
      {
        words: isNew ? say`create` : say`update ${detail}`,
        state: isNew ? 'new' : 'changed',
        status: 'before' in change ? change.before.status : undefined,
      },
    ],
  ]
}

/** Of a conflict over another one's post, or over a slug, it is not the article's own post that was found. */
function statusOf({ reason, status }: Conflict): PlannedArticle['status'] {
  return reason === 'both-edited' || reason === 'picture-unread' ? status : undefined
}

function because({ reason, fields }: Conflict): string {
  switch (reason) {
    case 'both-edited':
      return say`${listItems(fields.map(fieldLabel))} edited here and in wp-admin`
    case 'unmanaged':
      return say`not published from here`
    case 'slug-taken':
      return say`the slug is taken`
    case 'foreign':
      return say`another user's post`
    case 'picture-unread':
      return say`a picture of its post cannot be read`
  }
}
