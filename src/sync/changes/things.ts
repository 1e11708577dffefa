import { say } from '../../language/say.ts'
import { splitPath } from '../../posts/category-paths.ts'
import { termKey } from '../../posts/terms.ts'
import type { ImageFile, Taxonomy, Term } from '../../posts/types.ts'
import type { StateView } from '../resolve.ts'

/** Something that a change needs on the site or brings there. */
export interface Thing {
  readonly sort: Taxonomy | 'picture' | 'address' | 'article'
  /** Identifies it among its sort; of categories as much of the path as is known, the nearest last. */
  readonly path: readonly string[]
  /** For people, within a sentence: `the picture images/a.png`. */
  readonly name: string
  readonly isThere: (known: StateView) => boolean
}

/** Whether two of them are one, as far as the shorter path tells. */
export function isSameThing(a: Thing, b: Thing): boolean {
  const [short = [], long = []] = [a.path, b.path].toSorted((one, other) => one.length - other.length)
  return a.sort === b.sort && short.every((part, index) => part === long[long.length - short.length + index])
}

export function termThing(term: Term): Thing {
  const { taxonomy, name, parentPath } = term
  return {
    sort: taxonomy,
    path: taxonomy === 'category' ? [...splitWhole(parentPath), ...splitWhole(name)] : [termKey(name)],
    name: say`the term "${name}"`,
    isThere: (known) => known.term(term) !== undefined,
  }
}

/** The category with that path, `A > B`. */
export function categoryThing(path: string): Thing {
  return termThing({ taxonomy: 'category', name: path })
}

/** @param path where it is known; people read it */
export function pictureThing({
  sha256,
  path,
}: Pick<ImageFile, 'sha256'> & Partial<Pick<ImageFile, 'path'>>): Thing {
  return {
    sort: 'picture',
    path: [sha256],
    name: path === undefined ? say`a picture` : say`the picture ${path}`,
    isThere: (known) => known.media(sha256) !== undefined,
  }
}

/** The address of the post of an article, to link to. */
export function addressThing(key: string): Thing {
  return {
    sort: 'address',
    path: [key],
    name: say`the address of ${key}`,
    isThere: (known) => known.permalink(key) !== undefined,
  }
}

/** An article that readers can open, to link to from what they can open, too. */
export function articleThing(key: string): Thing {
  return {
    sort: 'article',
    path: [key],
    name: say`the article ${key}`,
    isThere: (known) => known.isPublic(key),
  }
}

function splitWhole(path: string | undefined): string[] {
  if (path === undefined) return []
  const { name, parentPath } = splitPath(path)
  return [...splitWhole(parentPath), termKey(name)]
}
