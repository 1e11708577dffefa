// @types/jsdom brings in the DOM library for the whole project; this is all of jsdom that we use.
declare module 'jsdom' {
  import type { Context } from 'node:vm'

  export class VirtualConsole {
    on(method: string, listener: (...args: unknown[]) => void): this
  }

  export interface DomNode {
    /** 1 for elements, 3 for text, 8 for comments. */
    readonly nodeType: number
    /** Upper case for HTML elements. */
    readonly nodeName: string
    readonly nodeValue: string | null
    readonly textContent: string | null
    readonly childNodes: Iterable<DomNode>
  }

  export interface DomElement extends DomNode {
    readonly outerHTML: string
    getAttribute(name: string): string | null
    querySelector(selectors: string): DomElement | null
    querySelectorAll(selectors: string): Iterable<DomElement>
  }

  export class JSDOM {
    constructor(
      html: string,
      options?: {
        url?: string
        contentType?: 'text/html' | 'text/xml'
        runScripts?: 'outside-only'
        pretendToBeVisual?: boolean
        virtualConsole?: VirtualConsole
      },
    )
    readonly window: Record<string, unknown> & { readonly document: DomElement; close(): void }
    getInternalVMContext(): Context
    static fragment(html: string): DomElement
  }
}
