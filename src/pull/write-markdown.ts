import type { Root, RootContent } from 'mdast'
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkDefinitionList from 'remark-definition-list'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import { unified } from 'unified'

/** The writers that belong to the parser's plugins, see render/markdown.ts. */
const data: object = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough)
  .use(remarkDefinitionList)
  .use(remarkDirective)
  .freeze()
  .data()
const { toMarkdownExtensions: extensions = [] } = data as { toMarkdownExtensions?: readonly Options[] }

const mark: Handle = (node, _, state, info) => {
  const tracker = state.createTracker(info)
  const open = tracker.move('==')
  const text = state.containerPhrasing(node, { ...tracker.current(), before: '=', after: '=' })
  return open + text + tracker.move('==')
}

/** One paragraph stands close behind its colon; whatever more there is needs the indent of four. */
const defListDescription: Handle = (node, _, state, info) => {
  const indent = node.children.length > 1 ? 4 : 2
  return state.indentLines(state.containerFlow(node, info), (line, index, blank) =>
    index === 0 ? `:${' '.repeat(indent - 1)}${line}` : blank ? '' : ' '.repeat(indent) + line,
  )
}

/** Signs that mean something only in company: `AT&T`, `[1]` and `a_b` mostly are what they look like. */
const MOSTLY_PLAIN = new Set(['&', '[', '_', '!'])

const plainText: Handle = (node, _, state, info) => {
  const { unsafe } = state
  state.unsafe = unsafe.filter(({ character, atBreak }) => atBreak === true || !MOSTLY_PLAIN.has(character))
  const text = state.safe(node.value, info)
  state.unsafe = unsafe
  return text
}

export interface WriteOptions {
  /** Write lists with the other bullet, so that they do not run together with one before. */
  readonly otherBullet: boolean
  /** Escape whatever could mean something; otherwise not what is mostly plain text. */
  readonly careful: boolean
}

/**
 * Writes a Markdown tree as the authors of such articles do: `-` for items, `**`, `*`, fenced code, one line a
 * paragraph.
 *
 * @returns Markdown without a newline at the end
 */
export function writeMarkdown(nodes: readonly RootContent[], { otherBullet, careful }: WriteOptions): string {
  const root: Root = { type: 'root', children: [...nodes] }
  return toMarkdown(root, {
    bullet: otherBullet ? '*' : '-',
    bulletOther: otherBullet ? '-' : '*',
    bulletOrdered: otherBullet ? ')' : '.',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    resourceLink: false,
    tightDefinitions: true,
    handlers: careful ? { mark, defListDescription } : { mark, defListDescription, text: plainText },
    extensions: extensions.map(withoutColons),
  }).trimEnd()
}

/** A colon before a letter is plain text here: of directives, only boxes mean something. */
function withoutColons(extension: Options): Options {
  const { unsafe, extensions: inner, ...others } = extension
  return {
    ...others,
    ...(inner === undefined || inner === null ? {} : { extensions: inner.map(withoutColons) }),
    ...(unsafe === undefined || unsafe === null
      ? {}
      : { unsafe: unsafe.filter(({ character, atBreak }) => character !== ':' || atBreak === true) }),
  }
}
