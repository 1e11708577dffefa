import { say } from '../language/say.ts'
import type { PostStatus } from '../posts/types.ts'
import type { RenderedPost } from '../render/types.ts'
import type { RemotePost } from '../site/types.ts'
import { copyWith } from '../standards/later.ts'
import type { FaultyArticle, RestOfFolder } from './folder.ts'
import type { Identity } from './identity.ts'
import type { Plan } from './plan-types.ts'
import type { DesiredPost, Held } from './types.ts'

export interface HeldPairs {
  /** As wanted, but with articles that have to wait kept as drafts. */
  readonly desired: readonly DesiredPost[]
  readonly held: readonly Held[]
  /** Keys of the articles that go public together, pair by pair. */
  readonly together: readonly (readonly string[])[]
}

interface Member {
  readonly key: string
  readonly pair: string
  readonly language: string | undefined
  readonly slug: string
  readonly wanted: PostStatus
  readonly live: RemotePost['status'] | undefined
  /** Why this run does not change its status. */
  readonly stopped: Stop | undefined
}

type Stop = keyof typeof STOPPED

/** What is said of an article that keeps the other language back, without a full stop. */
const STOPPED = {
  faulty: (slug: string) => say`"${slug}" has an error`,
  unselected: (slug: string) => say`"${slug}" is left out of this run`,
  conflict: (slug: string) => say`"${slug}" is in conflict`,
  refused: (slug: string) => say`"${slug}" cannot be written`,
  edited: (slug: string) => say`"${slug}" was given another status in wp-admin`,
} as const

/**
 * Keeps back every article that would go public without the other language of its pair.
 *
 * @param sorted what the plan would do without waiting: an article that it leaves alone does not go public
 */
export function holdPairs(
  rendered: readonly RenderedPost[],
  desired: readonly DesiredPost[],
  identities: ReadonlyMap<string, Identity>,
  selected: ReadonlySet<string>,
  { faulty }: Pick<RestOfFolder, 'faulty'>,
  sorted: Pick<Plan, 'conflicts' | 'drift' | 'refused'>,
): HeldPairs {
  const sound = rendered.flatMap(({ post }, index): Member[] => {
    const wanted = desired[index]
    if (post.pair === undefined || wanted === undefined) return []
    const identity = identities.get(post.key) ?? { kind: 'new' }
    const { pair, language, key, slug } = post
    const stopped = reasonToStop(key, selected, sorted)
    // Somebody else's post at the translation's address is not the translation.
    const isThere = identity.kind === 'ours' || (identity.kind === 'unmanaged' && stopped === undefined)
    const live = isThere ? identity.remote.status : undefined
    return [{ key, pair, language, slug, wanted: wanted.status, live, stopped }]
  })
  const members = [...sound, ...faulty.flatMap((article) => faultyMember(article, identities))]
  const going = members.filter((member) => goesPublic(member))
  const held = going.flatMap((member): Held[] => {
    const reason = reasonToWait(member, members)
    return reason === undefined ? [] : [{ key: member.key, slug: member.slug, pair: member.pair, reason }]
  })
  const waiting = new Map(going.map((member) => [member.key, member.live]))
  const isHeld = new Set(held.map(({ key }) => key))
  return {
    desired: desired.map((post) => (isHeld.has(post.key) ? keepBack(post, waiting.get(post.key)) : post)),
    held,
    together: pairsOf(going.filter(({ key }) => !isHeld.has(key))),
  }
}

/** An article with an error does not go public; as a translation that is public already it counts. */
function faultyMember(
  { key, pair, language, slug, isDraft }: FaultyArticle,
  identities: ReadonlyMap<string, Identity>,
): Member[] {
  if (pair === undefined) return []
  const identity = identities.get(key)
  const live = identity?.kind === 'ours' ? identity.remote.status : undefined
  const wanted = isDraft ? 'draft' : 'publish'
  return [{ key, pair, language, slug, wanted, live, stopped: 'faulty' }]
}

const PUBLIC: readonly string[] = ['publish', 'future']

function reasonToStop(
  key: string,
  selected: ReadonlySet<string>,
  { conflicts, drift, refused }: Pick<Plan, 'conflicts' | 'drift' | 'refused'>,
): Stop | undefined {
  if (!selected.has(key)) return 'unselected'
  if (conflicts.some((conflict) => conflict.key === key)) return 'conflict'
  if (refused.some((one) => one.key === key)) return 'refused'
  const isEdited = drift.some((edited) => edited.key === key && edited.fields.includes('status'))
  return isEdited ? 'edited' : undefined
}

function goesPublic({ wanted, live, stopped }: Member): boolean {
  return stopped === undefined && PUBLIC.includes(wanted) && !PUBLIC.includes(live ?? 'draft')
}

/** Why an article has to wait; `undefined` where every other language is public or goes public with it. */
function reasonToWait(member: Member, members: readonly Member[]): string | undefined {
  const others = members.filter(({ pair, language }) => pair === member.pair && language !== member.language)
  if (others.length === 0) return say`there is no article in another language`
  for (const other of others) {
    if (PUBLIC.includes(other.live ?? '') && PUBLIC.includes(other.wanted)) continue
    if (!PUBLIC.includes(other.wanted)) return say`"${other.slug}" has the status ${other.wanted}`
    if (other.stopped !== undefined) return STOPPED[other.stopped](other.slug)
  }
  return undefined
}

function keepBack(post: DesiredPost, live: RemotePost['status'] | undefined): DesiredPost {
  return copyWith(post, { status: live === 'pending' || live === 'private' ? live : 'draft' })
}

function pairsOf(going: readonly Member[]): string[][] {
  const names = [...new Set(going.map(({ pair }) => pair))]
  const pairs = names.map((name) => going.filter(({ pair }) => pair === name).map(({ key }) => key))
  return pairs.filter((keys) => keys.length > 1)
}
