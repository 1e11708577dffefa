import { type DomElement, JSDOM } from 'jsdom'

/** The content of an article as visitors get it. */
export async function readPublicPage(link: string): Promise<DomElement> {
  const response = await fetch(link)
  if (!response.ok) throw new Error(`${link}: ${response.status}`)
  const { document } = new JSDOM(await response.text()).window
  const content = document.querySelector('.entry-content')
  if (content === null) throw new Error(`${link} shows no article`)
  return content
}

/** The elements in document order, by name. */
export function elementNames(root: DomElement): string[] {
  return [...root.querySelectorAll('*')].map(({ nodeName }) => nodeName.toLowerCase())
}

/** Every piece of code as it stands, blanks and line ends included. */
export function readCode(root: DomElement): string[] {
  return [...root.querySelectorAll('pre, :not(pre) > code')].map(({ textContent }) => textContent ?? '')
}

/**
 * Levels what WordPress does to the characters of prose on purpose (wptexturize): curly quotes, dashes, ellipses,
 * multiplication signs and primes. Code is none of its business; `readCode` levels nothing.
 */
export function plainCharacters(text: string): string {
  return text
    .replace(/``|''|[“”″]/g, '"')
    .replace(/[‘’′]/g, "'")
    .replace(/[-–—]+/g, '-')
    .replace(/…/g, '...')
    .replace(/(?<=\d)×(?=\d)/g, 'x')
}
