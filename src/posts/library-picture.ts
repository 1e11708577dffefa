import { sameSite } from '../standards/same-site.ts'
import type { ImageFile } from './types.ts'

/** A picture of the site's own media library, which an article names by its address. */
export interface LibraryPicture {
  /** Of its file, `https://example.jp/wp-content/uploads/2026/01/a.png`. */
  readonly address: string
}

/** True for an address of the web, with or without a scheme; files of the project are paths. */
export function isWebAddress(url: string): boolean {
  return /^(?:https?:)?\/\//i.test(url)
}

/**
 * The picture at an address of the site itself: where its uploads lie is up to the site, its host is not.
 *
 * @param url as an article writes it
 * @param site address of the blog; `undefined` where none is configured
 */
export function toLibraryPicture(url: string, site: string | undefined): LibraryPicture | undefined {
  if (site === undefined || !isWebAddress(url)) return undefined
  const address = url.startsWith('//') ? `https:${url}` : url
  if (!URL.canParse(address) || !URL.canParse(site)) return undefined
  return sameSite(new URL(address).origin, new URL(site).origin) ? { address } : undefined
}

/** Whether a featured picture is a file of the project. */
export function isFile(picture: ImageFile | LibraryPicture): picture is ImageFile {
  return !('address' in picture)
}
