import path from 'node:path'
import { atMost, type Bench, leastOf, type Sample, type Side } from '../bench.ts'
import { bareListing } from '../setup/listing.ts'
import { runNode } from '../setup/node-process.ts'
import { addOtherPosts } from '../setup/other-posts.ts'
import { writePublishable } from '../setup/publishable.ts'
import { type RecordingProxy, startRecordingProxy } from '../setup/recording-proxy.ts'
import { BIN, environmentOf, publishAll } from '../setup/rensai.ts'

/** Posts of the site that are ours. */
const OURS = 10

/** A plan for ten articles on a site with many posts of others, against the same on a site without, and reading all of it. */
export const largeSite: Bench = {
  name: 'large-site',
  about: 'a plan for ten articles on a site with many other posts',
  unit: 'other posts',
  sizes: [5_000],
  measure: async (others, { folder, rounds, before, native }) => {
    const wordpress = await native()
    const { site } = wordpress
    const project = path.join(folder, 'project')
    const config = await writePublishable(project, { articles: OURS, links: 'back' })
    await publishAll(BIN, config, site)
    const proxy = await startRecordingProxy(site.url)
    try {
      const plan = (bin: string): Promise<Sample> =>
        recorded(proxy, async () => {
          const args = [bin, 'plan', '--json', '--config', config]
          const env = environmentOf({ ...site, url: proxy.url })
          return (await runNode(args, { env, codes: [0, 2] })).sample
        })
      const measure = async (name: string, bin: string): Promise<Side> => {
        const samples: Sample[] = []
        for (let round = 0; round < rounds; round += 1) samples.push(await plan(bin))
        return leastOf(name, samples)
      }
      const small = await measure('a plan without other posts', BIN)
      await addOtherPosts(wordpress, others)
      const large = await measure('a plan', BIN)
      const listing = leastOf('reading all posts', [await bareListing(site)])
      const earlier = before === undefined ? [] : [await measure('before, a plan', before)]
      return {
        sides: [large, small, listing, ...earlier],
        findings: [
          atMost(
            'requests for each other post',
            ((large.requests ?? 0) - (small.requests ?? 0)) / others,
            '',
            0,
          ),
          atMost(
            'bytes for each other post',
            ((large.received ?? 0) - (small.received ?? 0)) / others,
            'bytes',
            1,
          ),
          {
            what: 'a plan takes the time of one without other posts',
            value: large.seconds / small.seconds,
            unit: 'times',
          },
        ],
      }
    } finally {
      await proxy.close()
    }
  },
}

/** With the requests that went through the proxy meanwhile, and their bytes. */
async function recorded(proxy: RecordingProxy, run: () => Promise<Sample>): Promise<Sample> {
  proxy.take()
  const sample = await run()
  const exchanges = proxy.take()
  return {
    ...sample,
    requests: exchanges.length,
    received: exchanges.reduce((sum, { received }) => sum + received, 0),
  }
}
