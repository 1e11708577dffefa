/** The text fields that WordPress may store otherwise than sent, for users without unfiltered_html (wp_kses). */
export const FILTERED = ['title', 'content', 'excerpt', 'footnotes'] as const

export function isFilteredField(name: string): boolean {
  return (FILTERED as readonly string[]).includes(name)
}
