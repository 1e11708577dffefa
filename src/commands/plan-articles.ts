import type { Config } from '../config/types.ts'
import { say } from '../language/say.ts'
import type { RenderedPost } from '../render/types.ts'
import { type PlannedArticle, plannedByKey } from '../report/planned.ts'
import type { RestOfFolder } from '../sync/folder.ts'
import { planChanges } from '../sync/plan.ts'
import { readSite } from '../sync/read-site.ts'
import { openSite } from './open-site.ts'
import type { Output } from './output.ts'

/** What `publish` without options would do with each article, by key. Nothing is written. */
export async function planArticles(
  rendered: readonly RenderedPost[],
  folder: RestOfFolder,
  config: Config,
  output: Output,
): Promise<ReadonlyMap<string, PlannedArticle>> {
  const { client, isSandbox, close } = await openSite(config, output)
  try {
    const site = await output.during(say`Reading ${client.url}`, () =>
      readSite(client, rendered, config, folder),
    )
    const plan = planChanges(rendered, site, {
      selected: new Set([...rendered.map(({ post }) => post.key), ...folder.faulty.map(({ key }) => key)]),
      folder,
      now: Date.now(),
      timezone: config.site.timezone,
      name: config.name,
      categories: { configured: config.categories, create: isSandbox },
      adopt: false,
      overwrite: false,
    })
    return plannedByKey(plan, site.posts)
  } finally {
    await close()
  }
}
