import { ExitCode, UserError } from '../errors.ts'
import { REVISED_FIELDS } from '../fields/groups.ts'
import type { FieldName, RevisedName } from '../fields/registry.ts'
import { commandLine } from '../installation.ts'
import { say } from '../language/say.ts'
import { readSlug } from '../posts/slugs.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost, Revision } from '../site/types.ts'
import type { RestorePost } from './changes/restore-post.ts'
import { hasHash } from './fields.ts'
import { type Marker, readMarker, removeMarker } from './marker.ts'
import { newestMarker } from './read-markers.ts'

/** A revision beside the one before it and beside what Rensai last published. */
export interface Version {
  readonly revision: Revision
  /** The texts in which it differs from the version before. */
  readonly changed: readonly FieldName[]
  /** True where every text is as last published from here. */
  readonly isPublished: boolean
}

/** A post, and what was last published into it from here, where it was. */
export interface KnownPost {
  readonly post: RemotePost
  readonly marker: Marker | undefined
}

/**
 * The post with this slug.
 *
 * @throws UserError (usage) where the site has none
 */
export async function findPost(slug: string, client: Site): Promise<KnownPost> {
  const [post] = (await client.listPostsBySlug([readSlug(slug)])).filter(({ status }) => status !== 'trash')
  if (post !== undefined) {
    return { post, marker: await newestMarker(post, readMarker(post.content), client) }
  }
  throw new UserError(say`${client.url} has no post "${slug}".`, {
    advice: say`Give the slug as it stands in the address of the post.`,
    exitCode: ExitCode.usage,
  })
}

/** The versions of a post, the newest first; the first is how the post is now. */
export async function readVersions({ post, marker }: KnownPost, client: Site): Promise<Version[]> {
  const revisions = await client.listRevisions(post.id)
  return revisions.map((revision, index): Version => {
    const older = revisions[index + 1]
    const published = REVISED_FIELDS.every((name) => {
      const text = textOf(revision, name)
      if (text === undefined) return true
      const base = marker?.stored[name] ?? marker?.base[name]
      return base === undefined || hasHash(name, text, base)
    })
    return {
      revision,
      changed: REVISED_FIELDS.filter((name) =>
        older === undefined ? (textOf(revision, name) ?? '') !== '' : differs(older, revision, name),
      ),
      isPublished: marker !== undefined && published,
    }
  })
}

/** True where both versions have the text, and each another one. */
function differs(a: Revision | RemotePost, b: Revision | RemotePost, name: RevisedName): boolean {
  const [one, other] = [textOf(a, name), textOf(b, name)]
  return one !== undefined && other !== undefined && one !== other
}

/** A text of a version, the content without its marker; absent where WordPress keeps no notes of it. */
export function textOf(version: Revision | RemotePost, name: RevisedName): string | undefined {
  return name === 'content' ? removeMarker(version.content) : version[name]
}

/**
 * The version that is meant.
 *
 * @param wanted id of the revision; `undefined` means the one before the present one
 * @throws UserError (usage) where there is none
 */
export function chooseVersion(
  slug: string,
  wanted: string | undefined,
  versions: readonly Version[],
): Version {
  const found =
    wanted === undefined ? versions[1] : versions.find(({ revision }) => String(revision.id) === wanted)
  if (found !== undefined) return found
  throw new UserError(
    wanted === undefined
      ? say`"${slug}" has no earlier revision.`
      : say`"${slug}" has no revision ${wanted}.`,
    { advice: say`${commandLine(`history ${slug}`)} lists them.`, exitCode: ExitCode.usage },
  )
}

/** The change that writes a revision's texts back, as far as they differ. */
export function planRestore({ post: before, marker }: KnownPost, revision: Revision): RestorePost {
  const names = REVISED_FIELDS.filter((name) => differs(before, revision, name))
  const texts = Object.fromEntries(names.map((name) => [name, textOf(revision, name)]))
  return { kind: 'restore-post', before, marker, revision: revision.id, texts }
}
