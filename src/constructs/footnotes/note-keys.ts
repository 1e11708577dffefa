/** The list of footnotes and the rule above it, as they end an article. */
const NOTES = /^<ol><li><a href="#fnref-/

/** The keys of what stands above the footnotes, the numbers of references left out: an edit may renumber them. */
export function withoutNotes(keys: readonly string[]): string[] {
  const hasNotes = NOTES.test(keys.at(-1) ?? '') && keys.at(-2) === '<hr>'
  return (hasNotes ? keys.slice(0, -2) : keys).map(looseKey)
}

/** A key in which footnotes have no numbers. */
export function looseKey(key: string): string {
  return key.replace(/(<a href="#fn-[^"]*" id="fnref-[^"]*?)(?:-\d+)?">\d+<\/a>/g, '$1"></a>')
}
