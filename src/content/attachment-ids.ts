/** Ids of the attachments that a content shows, by the class that WordPress gives them. */
export function attachmentIds(content: string): number[] {
  return [...content.matchAll(/\bwp-image-(\d+)\b/g)].map(([, id]) => Number(id))
}
