import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { startSandbox } from '../../src/sandbox/start.ts'
import { type Bench, leastOf, type Side, speedup } from '../bench.ts'
import { readContents } from '../setup/contents.ts'
import { createEach } from '../setup/one-after-another.ts'
import { editAll, writePublishable } from '../setup/publishable.ts'
import { BIN, publishAll } from '../setup/rensai.ts'
import { restClient } from '../setup/rest-client.ts'

/** As `.sandbox` of a project has it. */
const BLOG = { title: 'Bench', language: 'ja', timezone: 'Asia/Tokyo', permalink: '/archives/%post_id%' }

/**
 * The embedded WordPress, which is one PHP in WebAssembly, against one POST after another; starting it, which takes longer
 * than all else, is told by itself.
 */
export const embedded: Bench = {
  name: 'embedded',
  about: 'new, unchanged and updated articles on the embedded WordPress',
  unit: 'articles',
  sizes: [100],
  measure: async (articles, { folder, before }) => {
    const run = async (name: string, bin: string): Promise<Side[]> => {
      const root = path.join(folder, name)
      const config = await writePublishable(root, { articles, links: 'back' })
      const start = performance.now()
      const sandbox = await startSandbox({ project: { root }, folder: '.sandbox', ...BLOG })
      const started: Side = { name: `${name}, installing it`, seconds: (performance.now() - start) / 1000 }
      try {
        const publish = async (what: string): Promise<Side> =>
          leastOf(`${name}, ${what}`, [await publishAll(bin, config, sandbox)])
        const created = await publish('new')
        const unchanged = await publish('unchanged')
        const ask = restClient(sandbox)
        const contents = (await readContents(ask)).map((post) => ({ ...post, slug: `${post.slug}-again` }))
        await editAll(root, articles)
        const updated = await publish('all updated')
        const posted = leastOf(`${name}, new, one POST after another`, [await createEach(ask, contents)])
        return [created, unchanged, updated, posted, started]
      } finally {
        await sandbox.stop()
      }
    }
    const earlier = before === undefined ? [] : await run('before', before)
    const sides = (await run('Rensai', BIN)) as [Side, Side, Side, Side, Side]
    const [created, , , posted] = sides
    const gains = sides.slice(0, 3).flatMap((side, index) => {
      const old = earlier[index]
      return old === undefined ? [] : [speedup(side, old, index === 0 ? 2 : undefined)]
    })
    return { sides: [...sides, ...earlier], findings: [speedup(created, posted), ...gains] }
  },
}
