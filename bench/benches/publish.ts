import path from 'node:path'
import {
  atMost,
  type Bench,
  type Context,
  leastOf,
  type Measured,
  type Sample,
  type Side,
  slowdown,
  speedup,
} from '../bench.ts'
import { type Content, readContents } from '../setup/contents.ts'
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

async function measure(articles: number, context: Context): Promise<Measured> {
  const { folder, rounds, before, native } = context
  const wordpress = await native()
  const { site } = wordpress
  const ask = restClient(site)
  const samples = new Map<string, Sample[]>()
  const note = (name: string, sample: Sample): void => {
    samples.set(name, [...(samples.get(name) ?? []), sample])
  }
  for (let round = 0; round < rounds; round += 1) {
    const { created, edited } = await publishWith('Rensai', BIN, round)
    await site.reset()
    note('new, one POST after another', await createEach(ask, created))
    note('updated, one POST after another', await updateEach(ask, edited))
    await site.reset()
    note('new, wp_insert_post in one PHP process', await insertInPhp(wordpress, created))
    note('updated, wp_update_post in one PHP process', await updateInPhp(wordpress, edited))
  }
  // Once is enough for what takes many times as long.
  if (before !== undefined) await publishWith('before', before, 0)
  const sides = new Map([...samples].map(([name, all]) => [name, leastOf(name, all)]))
  return { sides: [...sides.values()], findings: listFindings(sides, articles) }

  /** @returns what the site had of it, before and after all were edited */
  async function publishWith(
    name: string,
    bin: string,
    round: number,
  ): Promise<{ created: Content[]; edited: Content[] }> {
    const project = path.join(folder, `${name}-${round}`)
    const config = await writePublishable(project, { articles, links: 'back' })
    await site.reset()
    note(`${name}, new`, await publishAll(bin, config, site))
    // The texts of posts that were just written are read once, and those of the last two seconds again; from then on those
    // that nobody saves since are known.
    note(`${name}, first unchanged`, await publishAll(bin, config, site))
    await publishAll(bin, config, site)
    note(`${name}, unchanged`, await publishAll(bin, config, site))
    note('reading the same lists', await bareListing(site))
    note('starting Rensai', await startUp(BIN))
    const created = await readContents(ask)
    await editAll(project, articles)
    note(`${name}, all updated`, await publishAll(bin, config, site))
    return { created, edited: await readContents(ask) }
  }
}

function listFindings(sides: ReadonlyMap<string, Side>, articles: number): Measured['findings'] {
  const of = (name: string): Side => sides.get(name) ?? leastOf(name, [])
  const [listing, start] = [of('reading the same lists'), of('starting Rensai')]
  const bare = {
    name: 'starting and reading the same lists',
    seconds: listing.seconds + start.seconds,
  }
  const unchanged = of('Rensai, unchanged')
  return [
    ...['new', 'updated'].flatMap((what) => {
      const own = of(what === 'new' ? 'Rensai, new' : 'Rensai, all updated')
      const loop = what === 'new' ? 'wp_insert_post' : 'wp_update_post'
      return [
        speedup(own, of(`${what}, one POST after another`)),
        slowdown(own, of(`${what}, ${loop} in one PHP process`)),
      ]
    }),
    slowdown(of('Rensai, first unchanged'), bare),
    slowdown(unchanged, bare, 1.5),
    // More articles may take as much more.
    atMost('an unchanged run', unchanged.seconds, 's', 2 * Math.max(1, articles / 500)),
    ...['new', 'unchanged', 'all updated'].flatMap((what) => {
      const old = sides.get(`before, ${what}`)
      return old === undefined ? [] : [speedup(of(`Rensai, ${what}`), old)]
    }),
  ]
}
