import path from 'node:path'
import { type Bench, leastOf, type Side, speedup } from '../bench.ts'
import { editAll, writePublishable } from '../setup/publishable.ts'
import { BIN, publishAll } from '../setup/rensai.ts'

/** What a newcomer runs: the embedded WordPress, each build's own, with its installation at the first run and its start at each. */
export const embedded: Bench = {
  name: 'embedded',
  about: 'new, unchanged and updated articles on the embedded WordPress, with its start',
  unit: 'articles',
  sizes: [100],
  measure: async (articles, { folder, before }) => {
    const run = async (name: string, bin: string): Promise<Side[]> => {
      const root = path.join(folder, name)
      const config = await writePublishable(root, { articles, links: 'back' })
      const publish = async (what: string): Promise<Side> =>
        leastOf(`${name}, ${what}`, [await publishAll(bin, config, undefined)])
      const installed = await publish('new')
      const unchanged = await publish('unchanged')
      await editAll(root, articles)
      return [installed, unchanged, await publish('all updated')]
    }
    const sides = await run('Rensai', BIN)
    const earlier = before === undefined ? [] : await run('before', before)
    const gains = sides.flatMap((side, index) => {
      const old = earlier[index]
      return old === undefined ? [] : [speedup(side, old, index === 0 ? 2 : undefined)]
    })
    return { sides: [...sides, ...earlier], findings: gains }
  },
}
