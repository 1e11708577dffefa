import path from 'node:path'
import type { PullContext } from '../fields/contexts.ts'
import type { SiteState } from '../sync/types.ts'
import type { PullWorld } from './make-context.ts'

/** What the ids of the site are called in the article at `file`. */
export function namesFor(file: string, { pictures }: PullWorld, { terms }: SiteState): PullContext {
  return {
    term: (id, taxonomy) => terms.find((term) => term.id === id && term.taxonomy === taxonomy),
    picture: (id) => {
      const picture = pictures.find(({ attachment }) => attachment.id === id)
      if (picture === undefined) return undefined
      return path.posix.relative(path.posix.dirname(file), picture.media.path)
    },
  }
}
