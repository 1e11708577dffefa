import { fieldLabel } from '../../fields/label.ts'
import type { FieldName } from '../../fields/registry.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import type { PostFields, RemotePost } from '../../site/types.ts'
import { type Marker, writeMarker } from '../marker.ts'
import { finalPermalink } from '../permalink.ts'
import type { Result } from '../types.ts'
import type { ChangeKind } from './kind.ts'
import type { Run } from './run.ts'
import { assertUntouched, readAgain } from './untouched.ts'
import { updateOnce } from './update-once.ts'

/** The texts of an older revision go back into their post. */
export interface RestorePost {
  readonly kind: 'restore-post'
  /** The post as it was when the revision was chosen. */
  readonly before: RemotePost
  /** What was last published into it from here, where it was. */
  readonly marker: Marker | undefined
  /** Id of the revision. */
  readonly revision: number
  /** Those texts that differ; the content without its marker. */
  readonly texts: PostFields
}

export const restorePost: ChangeKind<RestorePost> = {
  kind: 'restore-post',
  lane: 'posts',
  describe: ({ before, revision, texts }) => ({
    sign: '~',
    what: 'post',
    name: before.slug,
    nameIs: 'slug',
    detail: say`${listItems(labels(texts))} of revision ${revision}`,
  }),
  toJson: ({ before: { slug, id }, revision, texts }) => ({ slug, id, revision, fields: labels(texts) }),
  count: { among: 'others', one: say`to restore`, many: say`to restore` },
  rights: () => ['edit_posts'],
  provides: () => [],
  texts: () => [],
  removes: () => undefined,
  make: undefined,
  finish: { needs: () => [], turn: () => 'any', run: restore },
  mend: undefined,
  together: undefined,
}

/**
 * Writes the texts of a revision back, unless somebody edited the post meanwhile. The source marker stays that of
 * what was last published, so the next plan takes what was restored for an edit on the site, and leaves it alone.
 */
async function restore({ before, marker, texts }: RestorePost, run: Run): Promise<Result> {
  const now = await readAgain(before, run)
  assertUntouched(before, now)
  const { content } = texts
  const marked =
    content === undefined || marker === undefined
      ? texts
      : { ...texts, content: writeMarker(content, marker) }
  const restored = await updateOnce(now, marked, run.site)
  return { status: 'applied', id: restored.id, link: finalPermalink(restored, restored.slug) }
}

function labels(texts: PostFields): string[] {
  return (Object.keys(texts) as FieldName[]).map(fieldLabel)
}
