import { vi } from 'vitest'

/**
 * What a module holds for those who speak Japanese: many texts are made when their module is loaded, so it is loaded
 * anew, and English is spoken again afterwards.
 */
export async function inJapanese<Module>(load: () => Promise<Module>): Promise<Module> {
  vi.resetModules()
  const { speak } = await import('../../src/language/speak.ts')
  await speak('ja')
  try {
    return await load()
  } finally {
    await speak('en')
    vi.resetModules()
  }
}

/** Below a heading, what it is about, in the program's own words. */
export interface Told {
  /** The heading as it is written, signs and all. */
  readonly heading: string
  /** The whole paragraph. */
  readonly text: string
}

/**
 * A page whose sections begin with what the program says, so that it never tells something else.
 *
 * @throws Error where the page has no such section
 */
export function withWords(page: string, told: readonly Told[]): string {
  return told.reduce((text, { heading, text: words }) => {
    const start = `\n${heading}\n\n`
    const at = text.indexOf(start)
    if (at === -1) throw new Error(`There is no section "${heading}".`)
    const from = at + start.length
    return `${text.slice(0, from)}${words}${text.slice(text.indexOf('\n', from))}`
  }, page)
}
