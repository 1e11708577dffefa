export interface YamlAdvice {
  readonly reason: string
  readonly note: string
}

/**
 * Says what a YAML error means to somebody who writes front matter.
 *
 * @param code the `code` of a YAMLParseError of the yaml package, or `UNCLOSED` for an open quotation mark or bracket
 * @param text the whole file
 * @param offset where the error stands in it
 */
export function explainYamlError(code: string, text: string, offset: number): YamlAdvice {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split(/\r?\n/, 1)[0] ?? ''
  const [, key = 'key', value = ''] = /^(?:- )?([^:]*):\s*(.*)$/.exec(line.trimStart()) ?? []
  const quoted = `Put quotes around the value: ${key}: ${JSON.stringify(value)}`
  // Inside brackets the parser blames a missing bracket for the tab.
  switch (line.startsWith('\t') ? 'TAB_AS_INDENT' : code) {
    case 'DUPLICATE_KEY':
      return {
        reason: `The key "${key.trim()}" stands here a second time.`,
        note: 'Remove one of the two; only one value can be meant.',
      }
    case 'NOT_A_MAP':
      return {
        reason: 'The front matter holds text, not keys and values.',
        note: 'Begin it with "title: ..."; where the line "---" was meant as a rule, write "***" and put front matter before it.',
      }
    case 'TAB_AS_INDENT':
      return { reason: 'YAML does not allow a tab for indentation.', note: 'Indent with blanks.' }
    case 'UNCLOSED':
      return {
        reason: 'A quotation mark or bracket is never closed.',
        note: 'Close it, or quote the whole value.',
      }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return { reason: 'A value with ": " in it needs quotes.', note: quoted }
    default:
      return value === ''
        ? { reason: 'This is not valid YAML.', note: 'Write one "key: value" a line, lists as "  - item".' }
        : {
            reason: 'This is not valid YAML: the value begins with or holds a special character.',
            note: quoted,
          }
  }
}
