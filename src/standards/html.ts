// What has to be written as a character reference depends on where it stands (HTML Living Standard, 13.1). Stored content
// is compared byte for byte with what WordPress and its editor write, so each place has a function that writes no more
// references than they do.

/** Where no tag can begin, as in the labels of Graphviz: what looks like a character reference stays what it is. */
export function escapeAmpersand(text: string): string {
  return text.replaceAll('&', '&amp;')
}

/** Text in Markdown, where neither a tag nor a character reference may begin. */
function escapeMarkup(text: string): string {
  return escapeAmpersand(text).replaceAll('<', '&lt;')
}

/** Text between tags. */
export function escapeText(text: string): string {
  return escapeMarkup(text).replaceAll('>', '&gt;')
}

/** The value of an attribute between double quotes, as browsers serialise it. */
export function escapeQuoted(value: string): string {
  return escapeAmpersand(value).replaceAll('"', '&quot;')
}

/** The value of an attribute in a tag that is written by hand: without angle brackets, whoever looks for tags finds one. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;')
}

/** HTML without its comments, those that never end included (HTML Living Standard, 13.2.5.43 and on). */
export function removeComments(html: string, replacement = ''): string {
  return html.replace(/<!--(?:-?>|[\s\S]*?(?:--!?>|$))/g, replacement)
}
