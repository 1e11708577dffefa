import { readFile } from 'node:fs/promises'
import pLimit from 'p-limit'
import { Store } from '../kept-store.ts'
import { isArticleInShard } from '../posts/in-shard.ts'
import type { ImageFile } from '../posts/types.ts'
import type { Shard } from '../shard.ts'
import { groupBy } from '../standards/group-by.ts'
import { thumbnailPath } from './addresses.ts'
import type { Snapshot } from './snapshot.ts'

/** As the index shows it, in CSS pixels; index.css says the same. */
export const THUMBNAIL = { width: 56, height: 32 } as const

/** Screens have two and more pixels for one of CSS. */
const DENSITY = 2

/** Each opens a whole picture, and libvips has threads of its own. */
const AT_ONCE = 2

/**
 * A picture in the size of the index, as WebP.
 *
 * @returns `undefined` where the file cannot be read, or is damaged behind the bytes that `check` measures it by
 */
export async function makeThumbnail({ absolutePath }: ImageFile): Promise<Buffer | undefined> {
  // sharp takes its time to load, and folders without pictures do without.
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(await readFile(absolutePath))
      .autoOrient()
      .resize({ width: THUMBNAIL.width * DENSITY, height: THUMBNAIL.height * DENSITY, fit: 'cover' })
      .webp({ quality: 75 })
      .toBuffer()
  } catch {
    return undefined
  }
}

/**
 * The thumbnails of all featured pictures, by their path in the preview; those of the last run where the file is the same.
 * A picture that cannot be read has none. They are made while they are asked for, and none is held.
 *
 * @param shard a part: those of its articles
 */
export async function* makeThumbnails(
  snapshot: Snapshot,
  shard?: Shard,
): AsyncGenerator<readonly [string, Buffer]> {
  const store = new Store<string>(snapshot.config, 'thumbnails', shard)
  const limit = pLimit(AT_ONCE)
  // Also those of other parts.
  const paths = new Set([...listFeatured(snapshot, undefined).values()].map(({ path }) => path))
  const places = groupBy(listFeatured(snapshot, shard), ([, { path }]) => store.partOf(path))
  for (const pictures of places.values()) {
    const made = await Promise.all(
      pictures.map(([name, picture]) => limit(async () => [name, await find(picture, store)] as const)),
    )
    store.release(paths)
    for (const [name, bytes] of made) if (bytes !== undefined) yield [name, bytes]
  }
}

/** The featured picture that stands behind a thumbnail. */
export function pictureOfThumbnail(name: string, snapshot: Snapshot): ImageFile | undefined {
  return listFeatured(snapshot, undefined).get(name)
}

function listFeatured({ articles }: Snapshot, shard: Shard | undefined): ReadonlyMap<string, ImageFile> {
  const pictures = new Map<string, ImageFile>()
  for (const { draft, featured } of articles.values()) {
    if (featured === undefined || !isArticleInShard(draft, shard)) continue
    pictures.set(thumbnailPath(featured.path), featured)
  }
  return pictures
}

async function find(picture: ImageFile, store: Store<string>): Promise<Buffer | undefined> {
  const known = store.find(picture.path, picture.sha256)
  if (known !== undefined) return Buffer.from(known, 'base64')
  const bytes = await makeThumbnail(picture)
  if (bytes !== undefined) store.add(picture.path, picture.sha256, bytes.toString('base64'))
  return bytes
}
