import type { Page } from 'playwright-core'

/** How a part of an article shows. */
export interface ShownText {
  readonly text: string
  /** `#rrggbb`, with what is see-through laid over what lies below. */
  readonly color: string
  readonly background: string
}

export interface PageLook {
  /** Width of all that the page holds and of the window, in CSS pixels. */
  readonly width: number
  readonly boxes: readonly {
    readonly label: string
    /** Of its beginning. */
    readonly border: { readonly style: string; readonly color: string }
    readonly background: string
    readonly texts: readonly ShownText[]
  }[]
  readonly code: readonly ShownText[]
  readonly cells: readonly { readonly padding: number; readonly border: number }[]
  /** How far each table can be scrolled. */
  readonly tables: readonly number[]
  /** The TeX of each formula that the browser sets as mathematics. */
  readonly formulas: readonly string[]
  /** How many pictures a click enlarges. */
  readonly lightboxes: number
}

/** What a reader copies who marks each element of a kind. */
export function copyText(page: Page, selector: string): Promise<string[]> {
  return page.evaluate<
    string[]
  >(`[...document.querySelectorAll('.entry-content ${selector}')].map((element) => {
    getSelection().selectAllChildren(element)
    return getSelection().toString().trimEnd()
  })`)
}

/** Reads how the article of an open page shows, as its reader gets it. */
export function readLook(page: Page): Promise<PageLook> {
  return page.evaluate<PageLook>(`(() => {
    const parse = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number)
    const over = ([r, g, b, a = 1], below) => [r, g, b].map((value, index) => value * a + below[index] * (1 - a))
    const hex = (color) => '#' + color.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')
    const behind = (element) => {
      if (element === null) return [255, 255, 255]
      const color = parse(getComputedStyle(element).backgroundColor)
      return color[3] === undefined ? color : over(color, behind(element.parentElement))
    }
    const opacity = (element) => element === null ? 1 : Number(getComputedStyle(element).opacity) * opacity(element.parentElement)
    const texts = (root) => {
      const found = []
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.data.trim() === '') continue
        const background = behind(node.parentElement)
        const [r, g, b, a = 1] = parse(getComputedStyle(node.parentElement).color)
        const color = over([r, g, b, a * opacity(node.parentElement)], background)
        found.push({ text: node.data.trim(), color: hex(color), background: hex(background) })
      }
      return found
    }
    const article = document.querySelector('.entry-content')
    const all = (selector) => [...article.querySelectorAll(selector)]
    return {
      width: document.documentElement.scrollWidth,
      boxes: all('.message').map((box) => {
        const style = getComputedStyle(box)
        return {
          label: box.querySelector('.box-label, .box-title')?.textContent ?? '',
          border: {
            style: style.borderLeftWidth + ' ' + style.borderLeftStyle,
            color: hex(parse(style.borderLeftColor).slice(0, 3)),
          },
          background: hex(behind(box)),
          texts: texts(box),
        }
      }),
      code: all('pre').flatMap(texts),
      cells: all('th, td').map((cell) => {
        const style = getComputedStyle(cell)
        return { padding: parseFloat(style.paddingLeft), border: parseFloat(style.borderLeftWidth) }
      }),
      formulas: all('math')
        .filter((math) => math.namespaceURI.endsWith('/MathML') && math.getBoundingClientRect().height > 5)
        .map((math) => math.querySelector('annotation').textContent),
      lightboxes: all('.lightbox-trigger').length,
      tables: all('figure:has(table)').map((figure) => figure.scrollWidth - figure.clientWidth),
    }
  })()`)
}
