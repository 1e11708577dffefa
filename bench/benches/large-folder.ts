import { atMost, type Bench, inTurns, leastOf, slowdown } from '../bench.ts'
import { bareListing, startUp } from '../setup/listing.ts'
import { writePublishable } from '../setup/publishable.ts'
import { BIN, publishAll } from '../setup/rensai.ts'

/** Time and memory of a run over a large folder of which nothing changed, all of it on the site. */
export const largeFolder: Bench = {
  name: 'large-folder',
  about: 'a large folder of which nothing changed',
  unit: 'articles',
  sizes: [2_000],
  measure: async (articles, { folder, rounds, native }) => {
    const { site } = await native()
    const config = await writePublishable(folder, { articles, links: 'back' })
    const first = leastOf('new', [await publishAll(BIN, config, site)])
    const again = leastOf('first unchanged', [await publishAll(BIN, config, site)])
    const sides = await inTurns(rounds, {
      unchanged: () => publishAll(BIN, config, site),
      'reading the same lists': () => bareListing(site),
      'starting Rensai': () => startUp(BIN),
    })
    const [unchanged, listing] = sides
    if (unchanged === undefined || listing === undefined) throw new Error('No round ran.')
    return {
      sides: [first, again, ...sides],
      findings: [
        slowdown(unchanged, listing),
        // Fewer articles may take as much less.
        atMost('an unchanged run', unchanged.seconds, 's', 10 * Math.max(0.1, articles / 10_000)),
        {
          what: 'CPU time for an unchanged article',
          value: ((unchanged.cpu ?? 0) * 1_000) / articles,
          unit: 'ms',
        },
        atMost('memory of an unchanged run', unchanged.memory ?? Number.NaN, 'MB', 500),
      ],
    }
  },
}
