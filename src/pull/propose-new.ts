import { access } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config/types.ts'
import { hasCoreNotes } from '../content/core-notes.ts'
import { FRONT_MATTER_FIELDS } from '../fields/front-matter.ts'
import { BODY_FIELDS } from '../fields/groups.ts'
import type { PulledFile } from '../report/pull.ts'
import type { RemotePost } from '../site/types.ts'
import type { Comparison } from '../sync/compare.ts'
import { hashField, liveFields } from '../sync/fields.ts'
import { pulledChange, writePulled } from '../sync/pulled.ts'
import type { SiteState } from '../sync/types.ts'
import type { PullWorld } from './make-context.ts'
import { namesFor } from './names-for.ts'
import { writeNewFile } from './new-file.ts'
import { createToPlain } from './plain-content.ts'
import { type Proposal, type Withheld, withoutFile } from './proposal.ts'
import { placeOf } from './pull-world.ts'
import { IN_TRASH, NOTES } from './reasons.ts'

/**
 * Makes the file of a post that was not published from here.
 *
 * @param own the article here that has been found to be the same post
 * @param overwrite whether a file that holds something else is written over
 * @param withheld the fields that the file says nothing of
 */
export async function proposeNew(
  remote: RemotePost,
  own: Comparison | undefined,
  overwrite: boolean,
  withheld: Withheld,
  world: PullWorld,
  site: SiteState,
  config: Config,
): Promise<Proposal> {
  const place =
    own === undefined
      ? placeOf(remote, site, config)
      : { key: own.item.post.key, path: own.item.post.file.path }
  const result: PulledFile = {
    path: place.path,
    slug: remote.slug,
    id: remote.id,
    fields: [],
    conflicts: 0,
    action: 'created',
    withheld: [...withheld].map(([field, reason]) => ({ fields: [field], reason })),
  }
  const found = { remote, key: place.key, result }
  if (remote.status === 'trash')
    return withoutFile(found, { action: own === undefined ? 'missed' : 'left', reason: IN_TRASH })
  if (own !== undefined && own.decision.update.length === 0) return withoutFile(found, { action: 'same' })
  const isTaken = await access(path.join(config.root, place.path)).then(
    () => true,
    () => false,
  )
  if (isTaken && !overwrite) return withoutFile(found, { action: 'refused' })
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
            withheld: new Set(withheld.keys()),
            id: site.isConfiguredSite ? remote.id : undefined,
            pulled: bodyAsPulled(remote, site),
          },
          world,
        )
  if (text === undefined) return withoutFile(found, { action: 'missed', reason: NOTES })
  const brought = FRONT_MATTER_FIELDS.map(({ name }) => name).filter((name) => !withheld.has(name))
  return { ...found, text, before: undefined, brought }
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
