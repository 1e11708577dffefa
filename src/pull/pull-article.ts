import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config/types.ts'
import { hasCoreNotes, type Noted } from '../content/core-notes.ts'
import type { PullContext } from '../fields/contexts.ts'
import { BODY_FIELDS } from '../fields/groups.ts'
import { writeProjectFile } from '../files/write.ts'
import type { PulledFile } from '../report/pull.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost } from '../site/types.ts'
import type { Comparison } from '../sync/compare.ts'
import { hashField, liveFields } from '../sync/fields.ts'
import { type Marker, removeMarker } from '../sync/marker.ts'
import { pulledChange, writePulled } from '../sync/pulled.ts'
import type { SiteState } from '../sync/types.ts'
import type { PullWorld } from './make-context.ts'
import { writeNewFile } from './new-file.ts'
import { createToPlain } from './plain-content.ts'
import { placeOf } from './pull-world.ts'
import { isBodyEdit, isBodyMerge, updateFile } from './update-file.ts'

/**
 * Writes a post that was not published from here into a file.
 *
 * @param own the article here that has been found to be the same post
 * @param overwrite whether a file that holds something else is written over
 * @throws WriteError (usage) where the file cannot be written
 */
export async function pullNew(
  remote: RemotePost,
  own: Comparison | undefined,
  overwrite: boolean,
  world: PullWorld,
  site: SiteState,
  config: Config,
): Promise<PulledFile> {
  const place =
    own === undefined
      ? placeOf(remote, site, config)
      : { key: own.item.post.key, path: own.item.post.file.path }
  const found = { path: place.path, slug: remote.slug, id: remote.id, fields: [], conflicts: 0 }
  if (own !== undefined && own.decision.update.length === 0) return { ...found, action: 'same' }
  const isTaken = await access(path.join(config.root, place.path)).then(
    () => true,
    () => false,
  )
  if (isTaken && !overwrite) return { ...found, action: 'refused' }
  const live = liveFields(remote)
  const content = createToPlain(place.key, own?.item.content ?? '')(live)
  const text =
    content === undefined
      ? undefined
      : await writeNewFile(
          {
            remote,
            content,
            hasCoreNotes: hasCoreNotes(live.content),
            ...place,
            live,
            names: namesFor(place.path, world, site),
            id: site.isConfiguredSite ? remote.id : undefined,
            pulled: bodyAsPulled(remote, site),
          },
          world,
        )
  if (text === undefined) return { ...found, action: 'notes' }
  writeProjectFile(config, place.path, text)
  return { ...found, action: 'created' }
}

/** What is noted of a post that was published from here once and whose file is gone. */
function bodyAsPulled(remote: RemotePost, { markers }: SiteState): string | undefined {
  const base = markers.get(remote.id)?.base
  const live = liveFields(remote)
  const names = BODY_FIELDS.filter((name) => base?.[name] !== undefined)
  if (names.length === 0) return undefined
  return writePulled(
    new Map(names.map((name) => [name, pulledChange(base?.[name], hashField(name, live[name]))])),
  )
}

/**
 * Writes what was edited on the site into the file of the article that the post was published from.
 *
 * @throws WriteError (usage) where the file cannot be written
 */
export async function pullEdits(
  comparison: Comparison,
  marker: Marker,
  world: PullWorld,
  site: SiteState,
  client: Site,
  config: Config,
): Promise<PulledFile> {
  const { item, remote, live, decision, pulled } = comparison
  const { post } = item
  const fields = [...decision.drift, ...decision.conflict]
  const found = { path: post.file.path, slug: post.slug, id: remote.id, fields, conflicts: 0 }
  if (fields.length === 0) return { ...found, action: 'same' }
  const notes = new Map(pulled)
  for (const name of fields) notes.set(name, pulledChange(marker.base[name], hashField(name, live[name])))
  const toPlain = createToPlain(post.key, item.content)
  const content = isBodyEdit(decision) ? toPlain(live) : live.content
  const base = isBodyMerge(decision) ? await findBase(comparison, marker, client) : undefined
  const updated =
    content === undefined
      ? undefined
      : await updateFile(
          await readFile(path.join(config.root, post.file.path), 'utf8'),
          post,
          {
            ...decision,
            content,
            base: base === undefined ? undefined : toPlain(base),
            hasCoreNotes: hasCoreNotes(live.content),
            live,
            names: namesFor(post.file.path, world, site),
            pulled: writePulled(notes),
          },
          world,
        )
  if (updated === undefined) return { ...found, action: 'notes' }
  writeProjectFile(config, post.file.path, updated.text)
  return { ...found, conflicts: updated.conflicts, action: updated.conflicts === 0 ? 'updated' : 'conflict' }
}

/**
 * What both edits of a body began with: of a text that only one side edited the other side's, otherwise what was
 * last published, from the revisions that the site keeps.
 */
async function findBase(
  { remote, live, desired, decision }: Comparison,
  marker: Marker,
  client: Site,
): Promise<Noted | undefined> {
  const names = ['content', 'footnotes'] as const
  const isNeeded = names.some((name) => decision.conflict.includes(name))
  const revisions = isNeeded ? await client.listRevisions(remote.id) : []
  const [content, footnotes] = names.map((name) => {
    if (decision.drift.includes(name)) return desired[name]
    if (!decision.conflict.includes(name)) return live[name]
    const texts = revisions.map((revision) =>
      name === 'content' ? removeMarker(revision.content) : revision.footnotes,
    )
    const hashes = [marker.stored[name], marker.base[name]]
    return texts.find((text) => text !== undefined && hashes.includes(hashField(name, text)))
  })
  return content === undefined || footnotes === undefined ? undefined : { content, footnotes }
}

/** What the ids of the site are called in the article at `file`. */
function namesFor(file: string, { pictures }: PullWorld, { terms }: SiteState): PullContext {
  return {
    term: (id, taxonomy) => terms.find((term) => term.id === id && term.taxonomy === taxonomy),
    picture: (id) => {
      const picture = pictures.find(({ attachment }) => attachment.id === id)
      if (picture === undefined) return undefined
      return path.posix.relative(path.posix.dirname(file), picture.media.path)
    },
  }
}
