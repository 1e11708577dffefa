import path from 'node:path'
import type { Config } from '../config/types.ts'
import { KeptVerdict, type Verdict } from '../digest/kept-verdict.ts'
import { readArticles } from '../digest/read-digests.ts'
import { foldersOfPictures } from '../links/check-pictures.ts'
import { listArticles } from '../posts/articles.ts'
import { nextAppearance } from '../posts/next-appearance.ts'
import { type Judgement, judge } from './judge.ts'

/**
 * As `judge`, but only where something changed since the last run; otherwise what that said is said again. The
 * articles are compared by their bytes, the pictures and their folders by what the file system tells of them.
 *
 * Not for projects with plugins: nobody knows what those look at.
 *
 * @throws UserError (content) where there is no article at all
 */
export async function judgeChanged(config: Config): Promise<Verdict> {
  const now = Date.now()
  const kept = KeptVerdict.read(config)
  const read = kept && [...readArticles(await listArticles(config), config)]
  if (kept !== undefined && read !== undefined && kept.holds(read, now)) return kept.restore(read)
  const judgement = await judge(config, read, now)
  keep(judgement, config, now)
  return judgement
}

function keep(judgement: Judgement, config: Config, now: number): void {
  const pictures = [...judgement.images.values()].flatMap((images) => [...images.values()])
  const paths = pictures.flatMap((picture) => (picture.ok ? [picture.media.absolutePath] : []))
  // What is wrong with a picture can be mended in many places.
  if (paths.length < pictures.length) return
  const folders = foldersOfPictures(judgement.graph).map((folder) => path.join(config.root, folder))
  KeptVerdict.write(config, judgement, {
    read: judgement.read,
    watched: [...new Set([config.file, ...folders, ...paths])],
    judgedAt: now,
    until: nextAppearance(judgement.sources, now, config.site.timezone),
  })
}
