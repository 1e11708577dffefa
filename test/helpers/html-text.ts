import { type DomElement, type DomNode, JSDOM } from 'jsdom'

/** Elements that do not end a word: HTML's phrasing content without br and img. */
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
)

/**
 * What a reader gets to read, as words in order: text between blanks, the alternative texts and titles of pictures,
 * checkboxes as ☐ and ☑, and each preformatted text as one word with its blanks and line ends.
 */
export function readWords(html: string): string[] {
  return wordsOf(JSDOM.fragment(html))
}

/** As `readWords`, of an element of a page. */
export function wordsOf(root: DomNode): string[] {
  const words: string[] = []
  let word = ''
  const endWord = () => {
    if (word !== '') words.push(word)
    word = ''
  }
  const addText = (text: string) => {
    const [first = '', ...others] = text.split(/[\t\n\f\r ]+/)
    word += first
    for (const other of others) {
      endWord()
      word = other
    }
  }
  const visit = (node: DomNode) => {
    if (node.nodeType === 3) return addText(node.nodeValue ?? '')
    if (node.nodeName === 'PRE') {
      endWord()
      const text = (node.textContent ?? '').trimEnd()
      if (text !== '') words.push(text)
      return
    }
    const isInline = INLINE.has(node.nodeName)
    if (!isInline) endWord()
    if (node.nodeName === 'INPUT') addText((node as DomElement).getAttribute('checked') === null ? '☐' : '☑')
    if (node.nodeName === 'IMG') {
      for (const name of ['alt', 'title']) {
        addText((node as DomElement).getAttribute(name) ?? '')
        endWord()
      }
    }
    for (const child of node.childNodes) visit(child)
    if (!isInline) endWord()
  }
  visit(root)
  endWord()
  return words
}

/** Where links and pictures lead, in order. */
export function readAddresses(html: string): string[] {
  return [...JSDOM.fragment(html).querySelectorAll('a[href], img[src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
  )
}
