import { FIELDS, type FieldName } from '../../fields/registry.ts'
import { toDateText } from '../../language/dates.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import type { PostFields, RemotePost } from '../../site/types.ts'
import { managedFields } from '../decide.ts'
import { hashFields } from '../fields.ts'
import { MARKER_WORD, type Marker, writeMarker } from '../marker.ts'
import { resolveFields } from '../resolve.ts'
import { hashSaid } from '../said.ts'
import { SKELETON } from '../skeleton.ts'
import type { DesiredPost, Result } from '../types.ts'
import { articleProvides, articleRights, hide, linksOf, partsOf, relink, writeKnown } from './article.ts'
import { publishedTwice, slugTaken } from './errors.ts'
import type { ChangeKind } from './kind.ts'
import { assertListed, lookAgain } from './look-again.ts'
import type { Run } from './run.ts'
import { trashOnce } from './update-once.ts'
import { writeOnce } from './write-once.ts'

/** An article that is not on the site yet. */
export interface CreatePost {
  readonly kind: 'create-post'
  readonly after: DesiredPost
}

export const createPost: ChangeKind<CreatePost> = {
  kind: 'create-post',
  lane: 'posts',
  describe: ({ after: { slug, status, date } }) => ({
    sign: '+',
    what: 'post',
    name: slug,
    nameIs: 'slug',
    detail: date === undefined ? status : listItems([status, toDateText(date)]),
    inTable: say`new, ${status}`,
  }),
  toJson: ({ after: { slug, path, status } }) => ({ slug, path, status }),
  count: { among: 'posts', one: say`to create`, many: say`to create` },
  rights: ({ after }) => articleRights(after),
  provides: articleProvides,
  texts: () => [],
  removes: () => undefined,
  make: {
    needs: partsOf,
    run: draft,
    lookAgain: lookAgain({
      list: async (_, { site }) =>
        (await site.searchPosts(MARKER_WORD)).filter(({ status }) => status !== 'trash'),
      ours: ({ after }, { state }) => state.post(after.key),
      isSame: (found, _, { after }, { state }) => state.keyOf(found) === after.key,
      isTaken: (found, ours) => found.content !== ours.content,
      // The next run completes the post that stays, and both have the address, so others may link to it.
      forget: () => {},
      giveWay,
    }),
  },
  finish: {
    needs: (change) => [...partsOf(change), ...linksOf(change)],
    turn: () => 'any',
    run: ({ after }, run) => writeKnown(after, [...managedFields(after)], run),
  },
  mend: relink,
  together: {
    prepare: ({ after }, run) =>
      writeKnown(
        after,
        [...managedFields(after)].filter((name) => name !== 'status'),
        run,
      ),
    goPublic: ({ after }, run) => writeKnown(after, ['status'], run),
    hide,
  },
}

/**
 * Makes sure that a new post exists as a draft, so that its id and address are known.
 *
 * WordPress renames a slug that is taken by anything, a picture or a page included; then the draft goes to
 * the trash, since the article would be published at an address that its author did not choose.
 */
async function draft({ after }: CreatePost, { site, state }: Run): Promise<Result> {
  // So that the draft's address is the final one.
  const given = Object.entries(resolveFields(after, state).fields)
  const inDraft = given.filter(([name]) => FIELDS[name as FieldName].isInDraft)
  const fields: PostFields = { ...Object.fromEntries(inDraft), status: 'draft' }
  const marker: Marker = {
    key: after.key,
    at: site.clock(),
    base: hashFields({ ...fields, content: SKELETON }),
    stored: {},
    said: hashSaid(after),
  }
  const created = await writeOnce(
    site,
    () => site.createPost({ ...fields, content: writeMarker(SKELETON, marker) }),
    () => findByKey(after.key, { site, state }),
  )
  if (created.slug !== after.slug) {
    // Where lists are old, the slug may be that of our own post, which the plan did not see.
    assertListed(created, await site.searchPosts(MARKER_WORD), site)
    await trashOnce(created, site)
    const [holder] = await site.listPostsBySlug([after.slug])
    const isDuplicate = holder !== undefined && state.keyOf(holder) === after.key
    if (!isDuplicate) throw slugTaken(after, created.slug)
    // Others link to the post that stays.
    state.addPost(after.key, holder)
    throw publishedTwice(after)
  }
  state.addPost(after.key, created)
  return { status: 'applied', id: created.id }
}

/** Our draft goes to the trash, unless another run is completing that very draft. */
async function giveWay(
  { after }: CreatePost,
  ours: RemotePost,
  staying: RemotePost,
  { site, state }: Run,
): Promise<Result> {
  state.addPost(after.key, staying)
  if (staying.id < ours.id) await trashOnce(ours, site)
  return { status: 'failed', error: publishedTwice(after) }
}

async function findByKey(key: string, { site, state }: Run): Promise<RemotePost | undefined> {
  const posts = await site.searchPosts(MARKER_WORD)
  return posts.find((post) => post.status !== 'trash' && state.keyOf(post) === key)
}
