import { say } from '../../language/say.ts'
import type { RemotePost } from '../../site/types.ts'
import type { Result } from '../types.ts'
import type { ChangeKind } from './kind.ts'
import type { Run } from './run.ts'
import { assertUntouched, readAgain } from './untouched.ts'
import { trashOnce } from './update-once.ts'

/** A post without a file goes to the trash, from where WordPress can restore it; never deleted for good. */
export interface TrashPost {
  readonly kind: 'trash-post'
  readonly before: RemotePost
}

export const trashPost: ChangeKind<TrashPost> = {
  kind: 'trash-post',
  lane: 'posts',
  describe: ({ before }) => ({
    sign: '-',
    what: 'post',
    name: before.slug,
    nameIs: 'slug',
    detail: say`to the trash`,
  }),
  toJson: ({ before: { slug, id } }) => ({ slug, id }),
  count: { among: 'others', one: say`to the trash`, many: say`to the trash` },
  rights: () => ['delete_published_posts'],
  provides: () => [],
  texts: () => [],
  removes: ({ before }) => before,
  make: undefined,
  finish: { needs: () => [], turn: () => 'last', run: trash },
  mend: undefined,
  together: undefined,
}

/** Moves the post to the trash, unless somebody edited it since the plan was made. */
async function trash({ before }: TrashPost, run: Run): Promise<Result> {
  const now = await readAgain(before, run)
  if (now.status !== 'trash') {
    assertUntouched(before, now)
    await trashOnce(now, run.site)
  }
  return { status: 'applied', id: before.id }
}
