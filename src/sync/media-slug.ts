/** The slug under which a picture with these bytes is kept; posts share the namespace, hence the prefix. */
export function mediaSlug(sha256: string): string {
  return `media-${sha256.slice(0, 12)}`
}
