import { isFile } from '../posts/library-picture.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Site } from '../site/site.ts'
import type { Attachment } from '../site/types.ts'

/** Pictures of the site that articles name by their address. */
export async function readLibrary(
  client: Site,
  rendered: readonly RenderedPost[],
): Promise<ReadonlyMap<string, Attachment>> {
  const addresses = rendered.flatMap(({ post: { featuredMedia: picture } }) =>
    picture === undefined || isFile(picture) ? [] : [picture.address],
  )
  const found = new Map<string, Attachment>()
  for (const address of new Set(addresses)) {
    const attachment = await client.findMediaByUrl(address)
    if (attachment !== undefined) found.set(address, attachment)
  }
  return found
}
