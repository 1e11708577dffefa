import type { Root, RootContent } from 'mdast'
import { type Handle, type Options, toMarkdown, type Unsafe } from 'mdast-util-to-markdown'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import { unified } from 'unified'
import { constructs } from '../constructs/registry.ts'
import { STRIKETHROUGH } from '../constructs/strikethrough.ts'

/** The writers that belong to the parser's plugins, see render/markdown.ts, then those of the constructs. */
const data: object = unified()
  .use(remarkGfm, { ...STRIKETHROUGH, tablePipeAlign: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, STRIKETHROUGH)
  .use(constructs.flatMap(({ out }) => out?.parse?.('none') ?? []))
  .freeze()
  .data()
const { toMarkdownExtensions: ofPlugins = [] } = data as { toMarkdownExtensions?: readonly Options[] }
const extensions = [
  ...ofPlugins.map(withoutIdle),
  ...constructs.flatMap(({ back }) => back?.toMarkdown ?? []),
]

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
    ...(careful ? {} : { handlers: { text: plainText } }),
    extensions,
  }).trimEnd()
}

/** Without what constructs say is plain text here. */
function withoutIdle(extension: Options): Options {
  const { unsafe, extensions: inner, ...others } = extension
  return {
    ...others,
    ...(inner === undefined || inner === null ? {} : { extensions: inner.map(withoutIdle) }),
    ...(unsafe === undefined || unsafe === null ? {} : { unsafe: unsafe.filter(isUnsafe) }),
  }
}

function isUnsafe(pattern: Unsafe): boolean {
  return constructs.every(({ back }) => back?.isUnsafe?.(pattern) ?? true)
}
