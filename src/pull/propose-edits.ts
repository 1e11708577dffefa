import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config/types.ts'
import { hasCoreNotes, type Noted } from '../content/core-notes.ts'
import type { FieldName } from '../fields/registry.ts'
import type { PulledFile } from '../report/pull.ts'
import type { Site } from '../site/site.ts'
import type { Comparison } from '../sync/compare.ts'
import { hasHash, hashField } from '../sync/fields.ts'
import { type Marker, removeMarker } from '../sync/marker.ts'
import { pulledChange, writePulled } from '../sync/pulled.ts'
import type { SiteState } from '../sync/types.ts'
import type { PullWorld } from './make-context.ts'
import { namesFor } from './names-for.ts'
import { createToPlain } from './plain-content.ts'
import { type Proposal, type Withheld, withoutFile } from './proposal.ts'
import { CHANGED, FRONT_MATTER, IN_TRASH, NOT_UTF8, NOTES } from './reasons.ts'
import { isBodyEdit, isBodyMerge, updateFile } from './update-file.ts'

/** What WordPress changes where somebody moves a post to the trash: `slug__trashed` (wp_add_trashed_suffix_to_post_name). */
const TRASHED: readonly FieldName[] = ['slug', 'status']

/**
 * Makes the file of an article with what was edited on the site since it was published.
 *
 * @param withheld the fields that stay as they are in the file
 * @throws SiteError where older versions cannot be read
 */
export async function proposeEdits(
  comparison: Comparison,
  marker: Marker,
  withheld: Withheld,
  world: PullWorld,
  site: SiteState,
  client: Site,
  config: Config,
): Promise<Proposal> {
  const { item, remote, live, pulled } = comparison
  const { post } = item
  const isTrashed = remote.status === 'trash'
  const stays = (name: FieldName): boolean => withheld.has(name) || (isTrashed && TRASHED.includes(name))
  const drift = comparison.decision.drift.filter((name) => !stays(name))
  const conflict = comparison.decision.conflict.filter((name) => !stays(name))
  const decision = { ...comparison.decision, drift, conflict }
  const fields = [...drift, ...conflict]
  const left = [...comparison.decision.drift, ...comparison.decision.conflict].filter(stays)
  const trashed = left.filter((name) => !withheld.has(name))
  const result: PulledFile = {
    path: post.file.path,
    slug: post.slug,
    id: remote.id,
    fields,
    conflicts: 0,
    action: 'updated',
    withheld: [
      ...(trashed.length === 0 ? [] : [{ fields: trashed, reason: IN_TRASH }]),
      ...[...withheld].map(([field, reason]) => ({ fields: [field], reason })),
    ],
  }
  const found = { remote, key: post.key, result }
  if (fields.length === 0) return withoutFile(found, { action: left.length === 0 ? 'same' : 'left' })
  const bytes = await readFile(path.join(config.root, post.file.path))
  const before = bytes.toString('utf8')
  if (!Buffer.from(before).equals(bytes)) return withoutFile(found, { action: 'left', reason: NOT_UTF8 })
  if (before.replace(/^\uFEFF/, '') !== String(post.file))
    return withoutFile(found, { action: 'left', reason: CHANGED })

  const notes = new Map(pulled)
  for (const name of fields) notes.set(name, pulledChange(marker.base[name], hashField(name, live[name])))
  const toPlain = createToPlain(post.key, item.content)
  const content = isBodyEdit(decision) ? toPlain(live) : live.content
  const base = isBodyMerge(decision) ? await findBase({ ...comparison, decision }, marker, client) : undefined
  const updated =
    content === undefined
      ? 'notes'
      : await updateFile(
          before,
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
  if (updated === 'notes') return withoutFile(found, { action: 'left', reason: NOTES })
  if (updated === 'front-matter') return withoutFile(found, { action: 'left', reason: FRONT_MATTER })
  const { text, conflicts } = updated
  const action = conflicts === 0 ? 'updated' : 'conflict'
  return { ...found, result: { ...result, conflicts, action }, text, before, brought: fields }
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
    return texts.find((text) => text !== undefined && hashes.some((hash) => hasHash(name, text, hash)))
  })
  return content === undefined || footnotes === undefined ? undefined : { content, footnotes }
}
