import type { Element, RootContent as HastContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Html, Link, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { isElement, OPAQUE } from '../content/elements.ts'
import { isContents } from '../content/normal-form.ts'
import { findEmbed } from '../render/embeds.ts'
import { colouredCode, readCode } from './code.ts'
import { flow, html, writeBox, writeDefinitions, writeDetails, writeItem, writeTable } from './containers.ts'
import type { PullContext } from './context.ts'
import { needsRaw } from './expressible.ts'
import { noteLabel } from './footnotes.ts'
import { readDisplayFormula, readFormula, readJetpack } from './math.ts'
import { writeFigure, writeImage, writePicture } from './pictures.ts'

/**
 * Turns the elements of content, in their normal form, into the Markdown tree that makes them.
 *
 * @param nodes only what `isExpressible` accepts
 */
export function elementsToMdast(nodes: readonly HastContent[], context: PullContext): RootContent[] {
  const tree = toMdast(
    { type: 'root', children: [...nodes] },
    {
      handlers: handlers(context),
      nodeHandlers: { comment, text: (_, { value }: { value: string }) => readJetpack(value, context) },
    },
  ) as Root
  return tree.children
}

function handlers(context: PullContext): Record<string, Handle> {
  const inline =
    (write: Handle): Handle =>
    (state, element, parent) =>
      needsRaw(element, context) ? raw(state, element) : write(state, element, parent)
  const parent = (type: 'strong' | 'emphasis' | 'delete' | 'mark'): Handle =>
    inline((state, element) => ({ type, children: state.all(element) as PhrasingContent[] }) as Nodes)
  const rawTags =
    'span kbd sub u small ins abbr cite q ruby rb rt rp var samp dfn time bdo bdi font big tt data wbr label'
  return {
    ...Object.fromEntries(rawTags.split(' ').map((name) => [name, raw])),
    span: (state, element) => writeLanguage(state, element) ?? raw(state, element),
    tt: (state, element) => readFormula(element, context) ?? raw(state, element),
    strong: parent('strong'),
    em: parent('emphasis'),
    del: parent('delete'),
    mark: parent('mark'),
    code: inline((_, element) => ({ type: 'inlineCode', value: hastToString(element) })),
    br: (state) => (state.inTable ? html('<br>') : { type: 'break' }),
    sup: (state, element) => {
      const label = noteLabel(element, context)
      return label === undefined
        ? raw(state, element)
        : { type: 'footnoteReference', identifier: label, label }
    },
    a: inline(
      (state, element) => writePicture(element, undefined, context) ?? writeLink(state, element, context),
    ),
    img: inline((_, element) => writeImage(element, undefined, context)),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, headingOf(depth)])),
    details: writeDetails,
    ul: (state, element) =>
      isContents(element) ? html('[[toc]]') : (defaultHandlers.ul as Handle)(state, element, undefined),
    dl: (state, element) => writeDefinitions(state, element),
    p: (state, element) => readDisplayFormula(element, context) ?? writeParagraph(state, element, context),
    [OPAQUE]: (_, element) => {
      const code = colouredCode(element)
      return (code === undefined ? undefined : readCode(code, undefined)) ?? html(toHtml(element))
    },
    pre: (_, element) => readCode(element, undefined) ?? html(toHtml(element)),
    figure: (state, element) =>
      element.children.some((child) => isElement(child, 'table'))
        ? writeTable(state, element)
        : writeFigure(state, element, context, writeLink),
    div: (state, element) => writeBox(state, element, context),
    blockquote: (state, element) =>
      ({ type: 'blockquote', children: flow(state, element.children) }) as Nodes,
    li: (state, element) => writeItem(state, element),
  }
}

function comment(_: State, { value }: { value: string }): Html {
  return html(`<!--${value}-->`)
}

/** The tags as raw HTML, what stands between them as Markdown. */
function raw(state: State, element: Element): Nodes[] {
  const text = toHtml({ ...element, children: [] })
  const end = `</${element.tagName}>`
  if (!text.endsWith(end)) return [html(text)]
  return [html(text.slice(0, -end.length)), ...(state.all(element) as Nodes[]), html(end)]
}

/** The bare address of something that WordPress embeds is never escaped; that of an article is its file. */
function writeParagraph(state: State, element: Element, context: PullContext): Paragraph {
  const [text, ...others] = element.children
  const url = text?.type === 'text' && others.length === 0 ? text.value : undefined
  const file = url === undefined ? undefined : context.link(url)
  if (url !== undefined && file !== undefined) {
    const label = { type: 'text' as const, value: file.replace(/^\.\//, '') }
    return { type: 'paragraph', children: [{ type: 'link', url: file, children: [label] }] }
  }
  const isEmbed = url !== undefined && findEmbed(url) !== undefined
  return {
    type: 'paragraph',
    children: isEmbed ? [html(url)] : (state.all(element) as PhrasingContent[]),
  }
}

function writeLink(state: State, { properties, ...element }: Element, context: PullContext): Link {
  const url = String(properties.href ?? '')
  return {
    type: 'link',
    url: context.link(url) ?? url,
    ...(properties.title === undefined ? {} : { title: String(properties.title) }),
    children: state.all({ ...element, properties }) as PhrasingContent[],
  }
}

/** A heading with the id that its author gave it; text that only looks like one is told apart. */
function headingOf(depth: number): Handle {
  return (state, element) => {
    const { id } = element.properties
    const text = state.all(element) as PhrasingContent[]
    const last = text.at(-1)
    const [, before, sign] = /^([\s\S]*)(\{#[^\s{}]+\})$/.exec(last?.type === 'text' ? last.value : '') ?? []
    if (sign !== undefined) text.splice(-1, 1, { type: 'text', value: before ?? '' }, html(`\\${sign}`))
    const own = id === undefined ? [] : [html(` {#${String(id)}}`)]
    return { type: 'heading', depth, children: [...text, ...own] } as Nodes
  }
}

/** Words of another language; the direction of their script comes by itself. */
function writeLanguage(state: State, element: Element): Nodes | undefined {
  const { lang, dir: _, ...others } = element.properties
  if (typeof lang !== 'string' || Object.keys(others).length > 0) return undefined
  const children = state.all(element) as PhrasingContent[]
  return { type: 'textDirective', name: 'lang', attributes: { [lang]: '' }, children }
}
