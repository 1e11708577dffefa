import { say } from '../language/say.ts'

export interface YamlAdvice {
  readonly reason: string
  readonly note: string
}

interface Slip {
  readonly line: RegExp
  /** Whether the parser may notice it on the next line only: of any line, or of the first one. */
  readonly isLate?: 'anywhere' | 'first'
  /** Made of what the groups of the expression found. */
  readonly explain: (first: string, second: string) => YamlAdvice
}

/** What people type who have never heard of YAML, line by line. */
const SLIPS: readonly Slip[] = [
  {
    line: /^([\w-]+)[^\S\n]*：[^\S\n]*(.*)$/,
    isLate: 'anywhere',
    explain: (key, value) => ({
      reason: say`The colon behind "${key}" is a full-width one.`,
      note: say`Write it with an ordinary colon and a blank: ${key}: ${value}`,
    }),
  },
  {
    line: /^([\w-]+):[\u3000\u00A0][^\S\n]*(.*)$/,
    isLate: 'anywhere',
    explain: (key, value) => ({
      reason: say`The blank behind "${key}:" is not an ordinary one.`,
      note: say`Delete it and type one again: ${key}: ${value}`,
    }),
  },
  {
    line: /^([\w-]+):([^\s:/].*)$/,
    isLate: 'anywhere',
    explain: (key, value) => ({
      reason: say`There is no blank behind "${key}:".`,
      note: say`Write a blank behind the colon: ${key}: ${value}`,
    }),
  },
  {
    line: /^[^\S\n]*([-－・‐–—])([^-\s].*)$/,
    explain: (sign, value) => ({
      reason:
        sign === '-'
          ? say`There is no blank behind the "-" of a list.`
          : say`"${sign}" does not begin an item of a list.`,
      note: say`Write an ordinary "-" and a blank: "  - ${value}"`,
    }),
  },
  {
    line: /^[^\S\n]*()-[^\S\n]+([%@`&*!|>][^"]*)$/,
    explain: (_, value) => ({
      reason: say`An item of a list that begins with "${value.charAt(0)}" needs quotes.`,
      note: say`Put quotes around it: - "${value}"`,
    }),
  },
  {
    line: /^[^\S\n]+()([\w-]+:(?:\s.*)?)$/,
    isLate: 'first',
    explain: (_, value) => ({
      reason: say`This key does not begin at the edge, as the others do.`,
      note: say`Remove the blanks before it: ${value}`,
    }),
  },
]

/** A slip on the line of the error, or on the one above it, where the parser still took it for something else. */
function findSlip(text: string, offset: number): YamlAdvice | undefined {
  const end = text.indexOf('\n', offset)
  const lines = text.slice(0, end < 0 ? text.length : end).split(/\r?\n/)
  const [at, above] = [lines.at(-1) ?? '', lines.length > 2 ? (lines.at(-2) ?? '') : '']
  for (const line of [at, above]) {
    for (const slip of SLIPS) {
      const isLate = slip.isLate === 'anywhere' || (slip.isLate === 'first' && lines.length === 3)
      const [found, first = '', second = ''] = (line === at || isLate ? slip.line.exec(line) : null) ?? []
      if (found !== undefined) return slip.explain(first, second.trim())
    }
  }
  return undefined
}

/** Of a line that is taken for a key; without a value in it, it is a word that stands alone. */
const IMPLICIT: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'])

/**
 * Says what a YAML error means to somebody who writes front matter.
 *
 * @param code the `code` of a YAMLParseError of the yaml package, or `UNCLOSED` for an open quotation mark or bracket
 * @param text the whole file
 * @param offset where the error stands in it
 */
export function explainYamlError(code: string, text: string, offset: number): YamlAdvice {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split(/\r?\n/, 1)[0] ?? ''
  const slip = findSlip(text, offset)
  if (slip !== undefined) return slip
  const [, key = 'key', value = ''] = /^(?:- )?([^:]*):\s*(.*)$/.exec(line.trimStart()) ?? []
  // Word processors make these of the quotes that somebody has typed already.
  const bare = value.replace(/^[“”„]([^“”„]*)[“”]?$/, '$1')
  const quoted = say`Put quotes around the value: ${key}: ${JSON.stringify(bare)}`
  // Inside brackets the parser blames a missing bracket for the tab.
  switch (line.startsWith('\t') ? 'TAB_AS_INDENT' : value === '' && IMPLICIT.has(code) ? '' : code) {
    case 'DUPLICATE_KEY':
      return {
        reason: say`The key "${key.trim()}" stands here a second time.`,
        note: say`Remove one of the two; only one value can be meant.`,
      }
    case 'NOT_A_MAP':
      return {
        reason: say`The front matter holds text, not keys and values.`,
        note: say`Begin it with "title: ..."; where the line "---" was meant as a rule, write "***" and put front matter before it.`,
      }
    case 'TAB_AS_INDENT':
      return { reason: say`YAML does not allow a tab for indentation.`, note: say`Indent with blanks.` }
    case 'UNCLOSED':
      return {
        reason: say`A quotation mark or bracket is never closed.`,
        note: say`Close it, or quote the whole value.`,
      }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return { reason: say`A value with ": " in it needs quotes.`, note: quoted }
    default:
      return value === ''
        ? {
            reason: say`This is not valid YAML.`,
            note: say`Write one "key: value" a line, lists as "  - item".`,
          }
        : {
            reason: say`This is not valid YAML: the value begins with or holds a special character.`,
            note: quoted,
          }
  }
}
