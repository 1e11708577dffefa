import path from 'node:path'
import {
  atMost,
  type Bench,
  type Context,
  inTurns,
  leastOf,
  type Measured,
  slowdown,
  speedup,
} from '../bench.ts'
import { readContents } from '../setup/contents.ts'
import { bareListing, startUp } from '../setup/listing.ts'
import { createEach, updateEach } from '../setup/one-after-another.ts'
import { insertInPhp, updateInPhp } from '../setup/php-loop.ts'
import { editAll, writePublishable } from '../setup/publishable.ts'
import { BIN, publishAll } from '../setup/rensai.ts'
import { restClient } from '../setup/rest-client.ts'

/**
 * New, unchanged and updated articles, against the least that the same contents take: one POST after another, and a loop
 * of wp_insert_post and wp_update_post in one PHP process; of unchanged ones against starting and reading the same lists.
 * Everything of Rensai counts, from its start to its end.
 */
export const publish: Bench = {
  name: 'publish',
  about: 'new, unchanged and updated articles on a native WordPress',
  unit: 'articles',
  sizes: [500],
  measure,
}

async function measure(articles: number, { folder, rounds, before, native }: Context): Promise<Measured> {
  const wordpress = await native()
  const { site } = wordpress
  const ask = restClient(site)
  const project = path.join(folder, 'project')
  const config = await writePublishable(project, { articles, links: 'back' })

  const created = leastOf('Rensai, new', [await publishAll(BIN, config, site)])
  const [unchanged, listing, start] = await inTurns(rounds, {
    'Rensai, unchanged': () => publishAll(BIN, config, site),
    'reading the same lists': () => bareListing(site),
    'starting Rensai': () => startUp(BIN),
  })
  const contents = await readContents(ask)
  await editAll(project, articles)
  const updated = leastOf('Rensai, all updated', [await publishAll(BIN, config, site)])
  const newContents = await readContents(ask)

  await site.reset()
  const posted = leastOf('new, one POST after another', [await createEach(ask, contents)])
  const reposted = leastOf('updated, one POST after another', [await updateEach(ask, newContents)])
  await site.reset()
  const inserted = leastOf('new, wp_insert_post in one PHP process', [await insertInPhp(wordpress, contents)])
  const rewritten = leastOf('updated, wp_update_post in one PHP process', [
    await updateInPhp(wordpress, newContents),
  ])
  if (unchanged === undefined || listing === undefined || start === undefined)
    throw new Error('No round ran.')
  const bare = {
    ...listing,
    name: 'starting and reading the same lists',
    seconds: listing.seconds + start.seconds,
  }
  const measured = {
    sides: [created, posted, inserted, updated, reposted, rewritten, unchanged, listing, start],
    findings: [
      speedup(created, posted),
      slowdown(created, inserted),
      speedup(updated, reposted),
      slowdown(updated, rewritten),
      slowdown(unchanged, bare, 1.5),
      ...(articles === 500 ? [atMost('Rensai, unchanged', unchanged.seconds, 's', 2)] : []),
    ],
  }
  return before === undefined ? measured : addBefore(measured, await measureBefore(before))

  async function measureBefore(bin: string): Promise<Measured['sides']> {
    await site.reset()
    const old = path.join(folder, 'before')
    const oldConfig = await writePublishable(old, { articles, links: 'back' })
    const first = leastOf('before, new', [await publishAll(bin, oldConfig, site)])
    const again = leastOf('before, unchanged', [await publishAll(bin, oldConfig, site)])
    await editAll(old, articles)
    return [first, again, leastOf('before, all updated', [await publishAll(bin, oldConfig, site)])]
  }

  function addBefore({ sides, findings }: Measured, old: Measured['sides']): Measured {
    const now = [created, unchanged, updated]
    const gains = old.flatMap((side, index) => (now[index] === undefined ? [] : [speedup(now[index], side)]))
    return { sides: [...sides, ...old], findings: [...findings, ...gains] }
  }
}
