import type { Site } from '../../site/site.ts'
import { writeOnce } from './write-once.ts'

/** Deletes for good what this run made in vain, unless something uses it by now; asked anew before each try. */
export async function deleteUnused(
  isUsed: () => Promise<boolean>,
  remove: () => Promise<void>,
  site: Site,
): Promise<void> {
  if (await isUsed()) return
  await writeOnce(
    site,
    async () => {
      await remove()
      return true
    },
    async () => ((await isUsed()) ? true : undefined),
  )
}
