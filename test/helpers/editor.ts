import { diffLines } from 'diff'
import { toFormerSpelling } from '../../src/content/former-spelling.ts'
import { type EditorBlock, type LogEntry, loadEditorWindow, type WordPressBlocks } from './editor-window.ts'

/** Why the editor would not keep content as it is. */
export type BlockIssueReason =
  /** The editor shows "this block contains unexpected or invalid content". */
  | 'invalid'
  /** Accepted only as the markup of an older version, which saving rewrites. */
  | 'migrated'
  /** Text outside of any block: a Classic block. */
  | 'freeform'
  /** A block type that the editor does not know. */
  | 'missing'
  /** Accepted, but saving writes other bytes. */
  | 'not-canonical'

export interface BlockIssue {
  readonly blockName: string
  readonly reason: BlockIssueReason
  /** The content as it was given, as far as it is wrong; of content that is rewritten, all lines concerned. */
  readonly got: string
  /** What the editor would have written in its place; of freeform and missing blocks, what should stand there. */
  readonly expected: string
}

/**
 * Asks the block editor of WordPress 6.5.5 what it thinks of post content: its own parser, validator and serializer
 * run over it under jsdom. The empty list means that the editor opens it and saves it byte for byte.
 *
 * References (render/references.ts) are not content yet; fill them in first.
 *
 * @param spell makes one of what versions of the editor spell otherwise: what is rendered is spelled as today's does it,
 *   which the one of 6.5.5 takes, and writes as it did
 */
export async function validateBlocks(
  content: string,
  spell: (content: string) => string = toFormerSpelling,
): Promise<BlockIssue[]> {
  const { blocks: editor, listen } = await loadEditorWindow()
  const { result: parsed, logged } = listen(() => editor.parse(content))
  const issues = [...parsed.flatMap((block) => judge(block, editor)), ...migrations(logged)]
  const saved = editor.serialize(parsed)
  if (spell(saved) !== spell(content)) {
    const blockName = findRewritten(parsed, content, editor) ?? '(between blocks)'
    const changes = diffLines(content, saved)
    const got = changes.filter(({ removed }) => removed).map(({ value }) => value)
    const expected = changes.filter(({ added }) => added).map(({ value }) => value)
    issues.push({ blockName, reason: 'not-canonical', got: got.join(''), expected: expected.join('') })
  }
  return issues
}

/** The blocks of post content with their nesting, `list(list-item list-item(list(list-item)))`. */
export async function outlineBlocks(content: string): Promise<string> {
  const { blocks: editor, listen } = await loadEditorWindow()
  return outline(listen(() => editor.parse(content)).result)
}

function outline(blocks: readonly EditorBlock[]): string {
  return blocks
    .map(({ name, innerBlocks }) => {
      const shortName = name.replace(/^core\//, '')
      return innerBlocks.length === 0 ? shortName : `${shortName}(${outline(innerBlocks)})`
    })
    .join(' ')
}

function judge(block: EditorBlock, editor: WordPressBlocks): BlockIssue[] {
  const inner = block.innerBlocks.flatMap((child) => judge(child, editor))
  const { name: blockName, originalContent: got } = block
  if (blockName === 'core/freeform') {
    return [{ blockName, reason: 'freeform', got, expected: 'every text inside a block' }, ...inner]
  }
  if (blockName === 'core/missing') {
    return [{ blockName, reason: 'missing', got, expected: 'a block type of WordPress' }, ...inner]
  }
  if (!block.isValid) {
    const expected = editor.getSaveContent(blockName, block.attributes, block.innerBlocks)
    return [{ blockName, reason: 'invalid', got, expected }, ...inner]
  }
  return inner
}

/** The editor says only on its console that it took a block for one of an older version. */
function migrations(logged: readonly LogEntry[]): BlockIssue[] {
  return logged
    .filter(({ args }) => String(args[0]).startsWith('Block successfully updated for'))
    .map(({ args: [, blockName, , expected, got] }) => ({
      blockName: String(blockName),
      reason: 'migrated',
      got: String(got),
      expected: String(expected),
    }))
}

/** The first innermost block whose saved form does not stand in the content. */
function findRewritten(
  blocks: readonly EditorBlock[],
  content: string,
  editor: WordPressBlocks,
): string | undefined {
  const rewritten = blocks.find((block) => !content.includes(editor.serialize([block])))
  return rewritten && (findRewritten(rewritten.innerBlocks, content, editor) ?? rewritten.name)
}
