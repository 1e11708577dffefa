import { say } from '../language/say.ts'
import { KEY_ALIASES } from './front-matter-keys.ts'
import type { RuleInfo } from './rule.ts'
import { missing, notFirst, opening, otherLanguage, unclosed } from './rules/front-matter.ts'

/** What is wrong with the lines that front matter begins and ends with. */
export interface FenceProblem {
  readonly rule: RuleInfo
  readonly reason: string
  readonly note: string
  readonly line: number
}

/** Finds what gray-matter would pass over in silence; the rule `front-matter-missing` where there is no front matter. */
export function findFenceProblem(text: string): FenceProblem | undefined {
  const fence = /^(\s*)---([^\n]*)/.exec(text)
  if (fence === null || (fence[2] ?? '').startsWith('-')) return findMissing(text)
  if (fence[1] !== '') {
    return {
      rule: notFirst,
      reason: say`The front matter does not begin on the first line, so it would be published as text.`,
      note: say`Remove the blank lines and spaces before the first "---".`,
      line: (fence[1] ?? '').split('\n').length,
    }
  }
  const language = (fence[2] ?? '').trim()
  if (language !== '' && language !== 'yaml' && language !== 'yml') {
    return {
      rule: otherLanguage,
      reason: say`Front matter in "${language}" is not read: only YAML is, so that no article can run code.`,
      note: say`Write plain "---" and YAML keys.`,
      line: 1,
    }
  }
  const closing = text.indexOf('\n---') + 1
  if (closing === 0) {
    return {
      rule: unclosed,
      reason: say`The front matter is never closed.`,
      note: say`Add a line that holds only "---" after the last key.`,
      line: 1,
    }
  }
  // gray-matter would take it for the end all the same, and the rest of the line for text.
  if (!/^---[^\S\n]*(?:\n|$)/.test(text.slice(closing))) {
    return {
      rule: unclosed,
      reason: say`This line begins like the end of the front matter, but holds more than "---".`,
      note: say`Leave only "---" on the line that ends the front matter.`,
      line: text.slice(0, closing).split('\n').length,
    }
  }
  return undefined
}

/** Hugo takes TOML between "+++" and JSON, too. */
const OTHER_FENCES = [
  { fence: /^\s*\+\+\+[^\S\n]*(?:\n|$)/, name: 'TOML' },
  { fence: /^\s*\{\s*"[^"\n]+"\s*:/, name: 'JSON' },
]

/** The first line that holds anything, and the next one. */
const FIRST_LINES = /^\s*([\w-]+)[^\S\n]*[:\uFF1A][^\n]*\n?([^\n]*)/

function findMissing(text: string): FenceProblem {
  const other = OTHER_FENCES.find(({ fence }) => fence.test(text))
  if (other !== undefined) {
    return {
      rule: otherLanguage,
      reason: say`Front matter in ${other.name} is not read: only YAML is.`,
      note: say`Write a line "---", then "key: value" lines, then another line "---".`,
      line: 1,
    }
  }
  const [, key = '', next = ''] = FIRST_LINES.exec(text) ?? []
  if (isFrontMatter(key, next)) {
    return {
      rule: opening,
      reason: say`The line "---" above the front matter is missing.`,
      note: say`Put a line "---" above "${key}", and another one below the last key.`,
      line: text.split('\n').findIndex((line) => line.trim() !== '') + 1,
    }
  }
  return {
    rule: missing,
    reason: say`The article has no front matter.`,
    note: say`Begin the file with a line "---", then "title: ..." and the other keys, then another line "---".`,
    line: 1,
  }
}

const KNOWN_KEYS: ReadonlySet<string> = new Set(
  Object.entries(KEY_ALIASES).flatMap(([key, aliases]) => [key, ...aliases]),
)

/** Notes, too, may begin with a date or a status, so that one such key alone tells nothing. */
function isFrontMatter(key: string, next: string): boolean {
  if (!KNOWN_KEYS.has(key.toLowerCase())) return false
  const [second = ''] = /^[\w-]+(?=\s*[:\uFF1A])/.exec(next) ?? []
  return key.toLowerCase() === 'title' || /^---\s*$/.test(next) || KNOWN_KEYS.has(second.toLowerCase())
}
