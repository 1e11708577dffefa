import { existsSync } from 'node:fs'
import path from 'node:path'
import { count } from '../../language/count.ts'
import { say } from '../../language/say.ts'
import { listImageMentions } from '../../posts/image-mentions.ts'
import { isProjectPath } from '../../posts/images.ts'
import { own } from '../../standards/own.ts'
import { decodePercent } from '../../standards/percent.ts'
import type { Choice } from '../choice.ts'
import type { Survey } from '../types.ts'
import { usedKeys } from './front-matter-keys.ts'
import { KEY_MEANINGS } from './key-meanings.ts'

const FOLDERS = ['.', 'static', 'public', 'source', 'assets', 'src']

/** The folder in which paths of pictures begin that have a slash in front. */
export function choosePictures(survey: Survey): Choice[] {
  const { root, articles, convention } = survey
  const inBodies = articles.flatMap(({ tree }) => listImageMentions(tree).map(({ node }) => node.url))
  const paths = [...inBodies, ...featuredPaths(survey)].filter(
    (url) => url.startsWith('/') && isProjectPath(url),
  )
  const unique = [...new Set(paths.map(decodePercent))]
  if (unique.length === 0) return []
  const counted = [...new Set([...(convention?.pictures ?? []), ...FOLDERS])].map((folder) => ({
    folder,
    found: unique.filter((url) => existsSync(path.join(root, folder, path.posix.normalize(url)))).length,
  }))
  const [best] = counted.sort((a, b) => b.found - a.found)
  if (best === undefined || best.found === 0 || best.folder === '.') return []
  return [
    {
      path: ['images', 'folder'],
      value: best.folder,
      why: say`${count(best.found, 'path')} of pictures that begin with "/" lead into this folder.`,
    },
  ]
}

function featuredPaths(survey: Survey): string[] {
  const used = usedKeys(survey)
  return ['featured_image', 'thumbnail', ...Object.keys(KEY_MEANINGS)].flatMap((key) => {
    if ((own(KEY_MEANINGS, key) ?? 'featured_image') !== 'featured_image') return []
    return (used.get(key) ?? []).flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []))
  })
}
