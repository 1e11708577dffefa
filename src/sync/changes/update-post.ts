import { fieldLabel } from '../../fields/label.ts'
import type { FieldName } from '../../fields/registry.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import type { RemotePost } from '../../site/types.ts'
import type { DesiredPost, Result } from '../types.ts'
import { articleProvides, articleRights, hide, linksOf, partsOf, relink, writeKnown } from './article.ts'
import type { ChangeKind } from './kind.ts'
import type { Run } from './run.ts'
import { assertUntouched, readAgain } from './untouched.ts'
import { writePost } from './write-post.ts'

/** An article whose post is on the site and differs. */
export interface UpdatePost {
  readonly kind: 'update-post'
  readonly before: RemotePost
  readonly after: DesiredPost
  /** The fields to write; every other field stays as the site has it. */
  readonly fields: readonly FieldName[]
}

export const updatePost: ChangeKind<UpdatePost> = {
  kind: 'update-post',
  lane: 'posts',
  describe: ({ after, fields }) => ({
    sign: '~',
    what: 'post',
    name: after.slug,
    nameIs: 'slug',
    detail: listItems(fields.map(fieldLabel)),
  }),
  toJson: ({ before, after: { slug, path }, fields }) => ({
    slug,
    path,
    id: before.id,
    fields: fields.map(fieldLabel),
  }),
  count: { among: 'posts', one: say`to update`, many: say`to update` },
  rights: ({ after }) => articleRights(after),
  provides: articleProvides,
  texts: () => [],
  removes: () => undefined,
  make: undefined,
  finish: {
    needs: (change) => [...partsOf(change), ...linksOf(change)],
    // A slug is given up before another post takes it.
    turn: ({ before, after, fields }) =>
      fields.includes('slug') && before.slug !== after.slug ? 'in-turn' : 'any',
    run: update,
  },
  mend: relink,
  together: {
    prepare: async (change, run) => {
      const fields = change.fields.filter((name) => name !== 'status')
      if (fields.length === 0) return { status: 'applied', id: change.before.id }
      return await update({ ...change, fields }, run)
    },
    goPublic: async (change, run) => {
      const isUnwritten = run.state.post(change.after.key) === change.before
      if (isUnwritten) return await update({ ...change, fields: ['status'] }, run)
      return await writeKnown(change.after, ['status'], run)
    },
    hide,
  },
}

/** Writes the planned fields of a post, unless somebody edited it since the plan was made. */
async function update({ before, after, fields }: UpdatePost, run: Run): Promise<Result> {
  const now = await readAgain(before, run)
  assertUntouched(before, now)
  return await writePost(now, after, fields, run.state, run.site)
}
