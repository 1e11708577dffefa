import type { Site } from '../site/site.ts'
import { assertUntouched } from './apply-posts.ts'
import type { Change, Outcome } from './types.ts'

type TrashPost = Extract<Change, { kind: 'trash-post' }>

/** Moves a post without a file to the trash, unless somebody edited it since the plan was made. */
export async function applyTrash({ before }: TrashPost, client: Site): Promise<Omit<Outcome, 'change'>> {
  const now = await client.readPost(before.id)
  if (now.status === 'trash') return { status: 'applied', id: before.id }
  assertUntouched(before, now)
  await client.trashPost(before.id)
  return { status: 'applied', id: before.id }
}
