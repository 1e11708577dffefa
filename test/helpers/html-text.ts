import { type DomElement, type DomNode, JSDOM } from 'jsdom'

/** Elements that do not end a line: HTML's phrasing content without br. */
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I IMG INPUT INS KBD LABEL MARK Q RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
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
  return blocksOf(root).flat()
}

/** What a reader gets to read, one line for each paragraph, cell, picture or line of a paragraph. */
export function linesOf(root: DomNode): string[] {
  return blocksOf(root).map((words) => words.join(' '))
}

/** The words of each piece of text that stands for itself. */
function blocksOf(root: DomNode): string[][] {
  const blocks: string[][] = []
  let words: string[] = []
  let word = ''
  const endWord = () => {
    if (word !== '') words.push(word)
    word = ''
  }
  const endBlock = () => {
    endWord()
    if (words.length > 0) blocks.push(words)
    words = []
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
    const isInline = INLINE.has(node.nodeName)
    if (!isInline) endBlock()
    if (node.nodeName === 'PRE') word = (node.textContent ?? '').trimEnd()
    else {
      for (const text of replacedText(node)) {
        endWord()
        addText(text)
        endWord()
      }
      for (const child of node.childNodes) visit(child)
    }
    if (!isInline) endBlock()
  }
  visit(root)
  endBlock()
  return blocks
}

/** The text of elements that show something other than their content. */
function replacedText(node: DomNode): string[] {
  const attribute = (name: string) => (node as DomElement).getAttribute(name)
  if (node.nodeName === 'IMG') return [attribute('alt') ?? '', attribute('title') ?? '']
  if (node.nodeName === 'INPUT') return [attribute('checked') === null ? '☐' : '☑']
  return []
}

/** Where links and pictures lead, in order. */
export function readAddresses(html: string): string[] {
  return [...JSDOM.fragment(html).querySelectorAll('a[href], img[src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
  )
}
