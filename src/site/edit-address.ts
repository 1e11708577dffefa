/** The screen of wp-admin that edits a post; its permalink leads nobody there. */
export function editAddress(site: string, id: number): string {
  return `${site}/wp-admin/post.php?post=${id}&action=edit`
}
