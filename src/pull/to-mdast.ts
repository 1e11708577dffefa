import type { Element, ElementContent, RootContent as HastContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type Handle, type State, toMdast } from 'hast-util-to-mdast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Code, Html, Link, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { classText } from '../render/blocks/text.ts'
import { isElement } from '../render/elements.ts'
import { findEmbed } from '../render/embeds.ts'
import { boxName } from './boxes.ts'
import type { PullContext } from './context.ts'
import { isText, needsRaw } from './expressible.ts'
import { noteLabel } from './footnotes.ts'

/**
 * Turns the elements of content, in their normal form, into the Markdown tree that makes them.
 *
 * @param nodes only what `isExpressible` accepts
 */
export function elementsToMdast(nodes: readonly HastContent[], context: PullContext): RootContent[] {
  const tree = toMdast(
    { type: 'root', children: [...nodes] },
    { handlers: handlers(context), nodeHandlers: { comment } },
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
    p: (state, element) => writeParagraph(state, element),
    pre: (_, element) => writeCode(element, undefined),
    figure: (state, element) => writeFigure(state, element, context),
    div: (state, element) => writeBox(state, element, context),
    blockquote: (state, element) =>
      ({ type: 'blockquote', children: flow(state, element.children) }) as Nodes,
    li: (state, element) => writeItem(state, element),
  }
}

function html(value: string): Html {
  return { type: 'html', value }
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

/** The bare address of something that WordPress embeds is never escaped. */
function writeParagraph(state: State, element: Element): Paragraph {
  const [text, ...others] = element.children
  const isEmbed = text?.type === 'text' && others.length === 0 && findEmbed(text.value) !== undefined
  return {
    type: 'paragraph',
    children: isEmbed ? [html(text.value)] : (state.all(element) as PhrasingContent[]),
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

function writeImage(image: Element, title: string | undefined, context: PullContext): PhrasingContent {
  const { properties } = image
  const url = String(properties.src ?? '')
  const id = /^wp-image-(\d+)$/.exec(classText(image))?.[1]
  const shown = title ?? (properties.title === undefined ? undefined : String(properties.title))
  return {
    type: 'image',
    url: context.image(url, id === undefined ? undefined : Number(id)) ?? url,
    alt: String(properties.alt ?? ''),
    ...(shown === undefined ? {} : { title: shown }),
  }
}

/** The picture of a link to its own file, where the configuration makes such links by itself. */
function writePicture(
  link: Element,
  title: string | undefined,
  context: PullContext,
): PhrasingContent | undefined {
  const [image, ...others] = link.children
  if (!context.lightbox || !isElement(image, 'img') || others.length > 0) return undefined
  return link.properties.href === image.properties.src ? writeImage(image, title, context) : undefined
}

/** A picture with a caption, which is the title of the picture in Markdown. */
function writeFigure(state: State, figure: Element, context: PullContext): Paragraph {
  const caption = figure.children.find((child) => isElement(child, 'figcaption'))
  const title = isElement(caption) ? hastToString(caption) : undefined
  const [content] = figure.children.filter((child) => child !== caption)
  const write = (node: ElementContent | undefined): PhrasingContent[] => {
    const picture = isElement(node) ? writePicture(node, title, context) : undefined
    if (picture !== undefined) return [picture]
    if (isElement(node, 'img')) return [writeImage(node, title, context)]
    if (!isElement(node, 'a')) return state.all({ ...figure, type: 'element' }) as PhrasingContent[]
    return [
      { ...writeLink(state, node, context), children: node.children.flatMap(write) as Link['children'] },
    ]
  }
  return { type: 'paragraph', children: write(content) }
}

/** A heading with the id that its author gave it. */
function headingOf(depth: number): Handle {
  return (state, element) => {
    const { id } = element.properties
    const text = state.all(element) as PhrasingContent[]
    return {
      type: 'heading',
      depth,
      children: id === undefined ? text : [...text, html(` {#${String(id)}}`)],
    } as Nodes
  }
}

function writeDetails(state: State, element: Element): Nodes {
  const summary = element.children.find((child) => isElement(child, 'summary'))
  const children = flow(
    state,
    element.children.filter((child) => child !== summary),
  )
  const label = isElement(summary) ? (state.all(summary) as PhrasingContent[]) : []
  const title: Paragraph = { type: 'paragraph', children: label, data: { directiveLabel: true } }
  return { type: 'containerDirective', name: 'details', children: [title, ...children] } as ContainerDirective
}

function writeCode(pre: Element, title: string | undefined): Code {
  const [code] = pre.children
  const names = isElement(code) ? classText(code).split(' ') : []
  const lang = names.find((name) => name.startsWith('language-'))?.slice('language-'.length)
  const quote = title?.includes('"') ? "'" : '"'
  const meta = [
    ...(title === undefined ? [] : [`title=${quote}${title}${quote}`]),
    ...(names.includes('line-numbers') ? ['showLineNumbers'] : []),
  ].join(' ')
  return {
    type: 'code',
    lang: lang ?? (meta === '' ? null : 'text'),
    meta: meta === '' ? null : meta,
    value: hastToString(pre),
  }
}

function writeBox(state: State, element: Element, context: PullContext): Nodes {
  const name = boxName(element, context) ?? ''
  const [first, ...rest] = element.children
  if (name === 'code') {
    const pre = rest.find((child) => isElement(child, 'pre'))
    return isElement(pre) && first !== undefined && isElement(first)
      ? writeCode(pre, hastToString(first))
      : html(toHtml(element))
  }
  const hasTitle = isElement(first, 'p') && classText(first) === 'box-title'
  const children = flow(state, hasTitle ? rest : element.children)
  const label: Paragraph[] = hasTitle
    ? [{ type: 'paragraph', children: titleOf(state, first), data: { directiveLabel: true } }]
    : []
  return { type: 'containerDirective', name, children: [...label, ...children] } as ContainerDirective
}

/** The title stands in `strong`, which the box itself adds. */
function titleOf(state: State, paragraph: Element): PhrasingContent[] {
  const [strong, ...others] = paragraph.children
  const source = isElement(strong, 'strong') && others.length === 0 ? strong : paragraph
  return state.all(source) as PhrasingContent[]
}

/** Lines parted by an empty one are paragraphs of the item; ☐ and ☑ are its checkbox. */
function writeItem(state: State, element: Element): Nodes {
  const [first] = element.children
  const box = first?.type === 'text' ? /^([☐☑]) /.exec(first.value)?.[1] : undefined
  const content = box === undefined ? element.children : [withoutBox(first), ...element.children.slice(1)]
  const children = splitParagraphs(content).flatMap((part) => flow(state, part))
  const paragraphs = children.filter(({ type }) => type === 'paragraph').length
  const [start] = children
  // Written here, since the writers of task lists and of Japanese emphasis both replace that of paragraphs.
  if (box !== undefined && start?.type === 'paragraph')
    start.children.unshift(html(box === '☑' ? '[x] ' : '[ ] '))
  return { type: 'listItem', spread: paragraphs > 1, children } as Nodes
}

/** Text beside blocks becomes a paragraph; raw inline HTML is part of that text. */
function flow(state: State, nodes: readonly ElementContent[]): RootContent[] {
  const parts: RootContent[] = []
  let text: ElementContent[] = []
  const flush = (): void => {
    const children = state.all({ type: 'element', tagName: 'p', properties: {}, children: text })
    if (children.length > 0) parts.push({ type: 'paragraph', children: children as PhrasingContent[] })
    text = []
  }
  for (const node of nodes) {
    if (isText(node)) {
      text.push(node)
      continue
    }
    flush()
    parts.push(
      ...(state.all({ type: 'element', tagName: 'div', properties: {}, children: [node] }) as RootContent[]),
    )
  }
  flush()
  return parts
}

function withoutBox(node: ElementContent | undefined): ElementContent {
  return { type: 'text', value: node?.type === 'text' ? node.value.slice(2) : '' }
}

function splitParagraphs(nodes: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]]
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]
    if (isElement(node, 'br') && isElement(nodes[at + 1], 'br')) {
      parts.push([])
      at += 1
    } else if (node !== undefined) parts.at(-1)?.push(node)
  }
  return parts
}
