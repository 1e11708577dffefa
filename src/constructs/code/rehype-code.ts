import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { PluggableList } from 'unified'
import type { Config } from '../../config/types.ts'
import { isElement } from '../../content/elements.ts'
import { visit } from '../../standards/visit.ts'
import { type FenceMeta, readFenceMeta } from './fence-meta.ts'
import { createHighlighter, type Highlighter, type Token } from './highlighter.ts'
import { type LineLook, markLine, numberLine } from './lines.ts'
import { frameOf } from './look.ts'
import { type CodeLine, readMarks } from './marks.ts'

interface Place {
  readonly pre: Element
  readonly code: Element
  readonly index: number
  readonly parent: Parents
}

/**
 * The plugin with what it needs of a configuration.
 *
 * @throws UserError (usage) where there is no such theme
 */
export async function createRehypeCode(config: Config): Promise<PluggableList> {
  const highlighter = config.highlight === 'shiki' ? await createHighlighter(config) : undefined
  return [[rehypeCode, config, highlighter]]
}

/**
 * Gives code what its author asked for behind the fence and in its comments: a title above it, numbers, marked
 * lines, and colours or classes as configured.
 *
 * @param highlighter `undefined` where colours are not for us to give
 */
function rehypeCode({ highlight, lineNumbers, mermaid }: Config, highlighter: Highlighter | undefined) {
  return async (tree: Root): Promise<void> => {
    for (const place of findCode(tree)) {
      const meta = readFenceMeta(languageOf(place.code), place.code.data?.meta ?? '')
      if (mermaid === 'class' && meta.language === 'mermaid') leaveToMermaid(place)
      else await present(place, meta, { highlight, lineNumbers }, highlighter)
      if (meta.title !== undefined) place.parent.children[place.index] = withTitle(place.pre, meta.title)
    }
  }
}

function findCode(tree: Root): Place[] {
  const places: Place[] = []
  visit(tree, 'element', (pre, index, parent) => {
    const [code] = pre.children
    if (pre.tagName !== 'pre' || !isElement(code, 'code') || parent === undefined || index === undefined)
      return
    places.push({ pre, code, index, parent })
  })
  return places
}

/** Mermaid draws what has its class, and takes everything inside for the diagram, a `code` element included. */
function leaveToMermaid({ pre, code }: Place): void {
  pre.properties = { className: ['mermaid'] }
  pre.children = [textNode(hastToString(code).replace(/\r\n?/g, '\n').trimEnd())]
}

async function present(
  { pre, code }: Place,
  meta: FenceMeta,
  { highlight, lineNumbers }: Pick<Config, 'highlight' | 'lineNumbers'>,
  highlighter: Highlighter | undefined,
): Promise<void> {
  const text = hastToString(code).replace(/\n$/, '')
  const lines = readMarks(text, meta.highlighted)
  const isDiff = lines.some(({ mark }) => mark === 'add' || mark === 'remove')
  const { language, firstLine } = meta
  const look: LineLook = { colors: highlighter, hasClasses: highlight !== 'none' }
  const number = (index: number): ElementContent[] =>
    firstLine === undefined || (highlighter === undefined && lineNumbers === 'class')
      ? []
      : [numberLine(index, lines.length, firstLine, highlighter)]

  if (highlighter !== undefined) {
    const tokens = await highlighter.tokenize(lines.map((line) => line.text).join('\n'), language ?? 'text')
    pre.properties = {
      className: ['shiki', ...(language === undefined ? [] : [`language-${language}`])],
      style: frameOf(highlighter).css,
    }
    code.properties = {}
    code.children = joinLines(lines, (line, index) => [
      ...number(index),
      ...markLine(line, toElements(tokens[index] ?? []), isDiff, look),
    ])
    return
  }
  const isWhole = lines.length === text.split(/\r\n?|\n/).length
  if (lines.some(({ mark }) => mark !== undefined) || !isWhole || number(0).length > 0)
    code.children = joinLines(lines, (line, index) => [
      ...number(index),
      ...markLine(line, [textNode(line.text)], isDiff, look),
    ])
  const numbered = firstLine !== undefined && lineNumbers === 'class'
  code.properties = classes(highlight, isDiff ? 'diff' : language, numbered)
}

/** With `highlight: "none"` code has no class at all. */
function classes(
  highlight: Config['highlight'],
  language: string | undefined,
  numbered: boolean,
): Element['properties'] {
  if (highlight === 'none') return {}
  const className = [
    ...(language === undefined ? [] : [`language-${language}`]),
    ...(numbered ? ['line-numbers'] : []),
  ]
  return className.length === 0 ? {} : { className }
}

function languageOf({ properties: { className } }: Element): string {
  const names = Array.isArray(className) ? className.map(String) : []
  return names.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? ''
}

function joinLines(
  lines: readonly CodeLine[],
  write: (line: CodeLine, index: number) => ElementContent[],
): ElementContent[] {
  return lines.flatMap((line, index) => [...write(line, index), textNode('\n')])
}

function toElements(tokens: readonly Token[]): ElementContent[] {
  return tokens.map(({ text, style }) =>
    style === undefined
      ? textNode(text)
      : { type: 'element', tagName: 'span', properties: { style }, children: [textNode(text)] },
  )
}

function textNode(value: string): ElementContent {
  return { type: 'text', value }
}

function inCode(value: string): Element {
  return { type: 'element', tagName: 'code', properties: {}, children: [textNode(value)] }
}

function withTitle(pre: Element, title: string): Element {
  const name: Element = {
    type: 'element',
    tagName: 'p',
    properties: { className: ['code-title'] },
    // The name of a file looks like one, and so do its quotes and dashes (wptexturize).
    children: [{ type: 'element', tagName: 'strong', properties: {}, children: [inCode(title)] }],
  }
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['code-with-title'], dataTitled: true },
    children: [name, pre],
  }
}
