import type { Element, ElementContent, RootContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Code } from 'mdast'
import { classText, isElement, OPAQUE } from '../../content/elements.ts'
import type { LineMark } from './marks.ts'

interface Line {
  text: string
  mark: LineMark | undefined
}

interface Lines {
  readonly lines: readonly Line[]
  /** Of the first line, where the numbers are part of the text. */
  readonly firstNumber: number | undefined
}

/**
 * Code as its author wrote it, marks and colours back in the fence and in comments.
 *
 * @param pre in its normal form
 * @param title that stands above it
 * @returns `undefined` where it holds more than Rensai writes into code
 */
export function readCode(pre: Element, title: string | undefined): Code | undefined {
  if (classText(pre) === 'mermaid') return toFence('mermaid', '', hastToString(pre))
  const [code, ...rest] = pre.children
  if (!isElement(code, 'code') || rest.length > 0) return undefined
  const names = classText(code).split(' ')
  const { dataFirstLine, ...others } = pre.properties
  const ofPre = Object.keys(others)
  const isColoured = names.includes('shiki') && ofPre.every((name) => name === 'style')
  if (ofPre.length > 0 && !isColoured) return undefined
  if (Object.keys(code.properties).some((name) => name !== 'className')) return undefined
  const read = readLines(code.children)
  if (read === undefined) return undefined

  const { lines } = read
  const firstNumber = dataFirstLine === undefined ? read.firstNumber : Number(dataFirstLine)
  const language = names.find((name) => name.startsWith('language-'))?.slice('language-'.length)
  const isMarked = lines.every(({ mark }) => mark === undefined || mark === 'highlight')
  const quote = title?.includes('"') ? "'" : '"'
  const meta = [
    ...(title === undefined ? [] : [`title=${quote}${title}${quote}`]),
    ...((names.includes('line-numbers') && dataFirstLine === undefined) || firstNumber === 1
      ? ['showLineNumbers']
      : []),
    ...(firstNumber !== undefined && firstNumber !== 1 ? [`showLineNumbers{${firstNumber}}`] : []),
    ...(isMarked ? writeRanges(lines) : []),
  ].join(' ')
  const text = isMarked
    ? lines.map((line) => line.text).join('\n')
    : lines.map((line) => writeMark(line, language)).join('\n')
  return toFence(language, meta, text)
}

/** The code in a block whose comment repeats its colours; the comment of a block says nothing else here. */
export function colouredCode(node: RootContent): Element | undefined {
  if (!isElement(node, OPAQUE)) return undefined
  const [pre, ...others] = node.children
  const isCode = String(node.properties.dataBlock ?? '').startsWith('["core/code",{"style":{"color":')
  return isCode && isElement(pre, 'pre') && others.length === 0 ? pre : undefined
}

function toFence(language: string | undefined, meta: string, value: string): Code {
  return {
    type: 'code',
    lang: language ?? (meta === '' ? null : 'text'),
    meta: meta === '' ? null : meta,
    value,
  }
}

function readLines(nodes: readonly ElementContent[]): Lines | undefined {
  const lines: Line[] = [{ text: '', mark: undefined }]
  let firstNumber: number | undefined
  const add = (text: string, mark: LineMark | undefined): void => {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push({ text: '', mark: undefined })
      const last = lines.at(-1)
      if (last === undefined) return
      last.text += part
      if (part !== '') last.mark ??= mark
    })
  }
  for (const node of nodes) {
    if (node.type === 'text') add(node.value, undefined)
    else if (!isElement(node)) return undefined
    else if (classText(node) === 'line-number') firstNumber ??= Number.parseInt(hastToString(node), 10)
    else if (isElement(node, 'span') && Object.keys(node.properties).join() === 'style')
      add(hastToString(node), undefined)
    else if (isElement(node, 'ins', 'del', 'mark')) add(hastToString(node), markOf(node))
    else return undefined
  }
  if (lines.length > 1 && lines.at(-1)?.text === '') lines.pop()
  // In a diff every line begins with a sign.
  if (lines.some(({ mark }) => mark === 'add' || mark === 'remove'))
    for (const line of lines) line.text = line.text.slice(1)
  return { lines, firstNumber }
}

function markOf(element: Element): LineMark {
  if (element.tagName === 'ins') return 'add'
  if (element.tagName === 'del') return 'remove'
  const names = classText(element).split(' ')
  return names.includes('error') ? 'error' : names.includes('warning') ? 'warning' : 'highlight'
}

/** `{1,3-5}` for the lines that stand out. */
function writeRanges(lines: readonly Line[]): string[] {
  const ranges: [number, number][] = []
  lines.forEach(({ mark }, index) => {
    if (mark === undefined) return
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === index) last[1] = index + 1
    else ranges.push([index + 1, index + 1])
  })
  if (ranges.length === 0) return []
  return [`{${ranges.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(',')}}`]
}

const SIGNS: Readonly<Record<LineMark, string>> = {
  add: '++',
  remove: '--',
  highlight: 'highlight',
  error: 'error',
  warning: 'warning',
}

/** How a comment is written in languages that have no `//`. */
const COMMENTS: readonly (readonly [languages: string, begin: string, end: string])[] = [
  [
    'sh bash zsh shell console python py ruby rb yaml yml toml dockerfile docker makefile make ini perl r',
    '#',
    '',
  ],
  ['sql lua haskell', '--', ''],
  ['css', '/*', ' */'],
  ['html xml svg vue svelte md markdown', '<!--', ' -->'],
]

function writeMark({ text, mark }: Line, language = ''): string {
  if (mark === undefined) return text
  const [, begin, end] = COMMENTS.find(([languages]) => languages.split(' ').includes(language)) ?? [
    '',
    '//',
    '',
  ]
  return `${text} ${begin} [!code ${SIGNS[mark]}]${end}`
}
