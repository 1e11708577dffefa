import matter from 'gray-matter'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { type Document, isCollection, isMap, isScalar, parseDocument, visit, type YAMLError } from 'yaml'
import type { Config } from '../config/types.ts'
import { say } from '../language/say.ts'
import { MOST_FRONT_MATTER } from '../limits/sizes.ts'
import { findFenceProblem } from './front-matter-fences.ts'
import { reportExcess } from './report-excess.ts'
import { reportFinding, severityOf } from './report-finding.ts'
import { missing, syntax } from './rules/front-matter.ts'
import type { FrontMatterDocument } from './types.ts'
import { explainYamlError } from './yaml-errors.ts'

export interface FrontMatter {
  /** False for a file without front matter, which is some other text. */
  readonly isArticle: boolean
  readonly yaml: FrontMatterDocument | undefined
  /** Offset in the file where the body begins, in UTF-16 units. */
  readonly bodyOffset: number
}

const NONE: FrontMatter = { isArticle: true, yaml: undefined, bodyOffset: 0 }

/** What is wrong behind these mostly follows from them. */
const MOST_PROBLEMS = 10

/**
 * Splits off the front matter with gray-matter and parses it as YAML 1.2.
 *
 * The failsafe schema leaves every scalar as the text that was written: a date is not shifted into UTC,
 * `0123` keeps its zero, `no` stays a word. Problems become messages on `file`.
 */
export function readFrontMatter(file: VFile, config: Config): FrontMatter {
  const text = String(file)
  const problem = findFenceProblem(text)
  if (problem !== undefined) {
    const { rule, line, ...finding } = problem
    reportFinding(file, rule, { ...finding, place: { line, column: 1 } }, config)
    return { ...NONE, isArticle: rule !== missing || severityOf(missing, config) !== 'off' }
  }

  const fence = text.indexOf('\n') + 1
  let document: Document.Parsed | undefined
  let problems: SyntaxProblem[] = []
  let excess: 'size' | 'depth' | undefined
  const { content } = matter(text, {
    language: 'yaml',
    engines: {
      yaml: (source: string) => {
        // gray-matter hands over the text with the newline that ends the fence's line; positions count after it.
        // It keeps half of the last line's \r\n, which must not become part of the last value.
        const yaml = source.replace(/^\r?\n/, '').replace(/\r$/, '\r\n')
        excess = excessOf(yaml)
        if (excess !== undefined) return {}
        document = parseYaml(yaml)
        problems = listSyntaxProblems(document, yaml)
        return {}
      },
      // gray-matter would run `---js` front matter as code; findFenceProblem has refused it already.
      javascript: () => ({}),
    },
  })
  const bodyOffset = text.length - content.length
  if (excess !== undefined) {
    reportExcess(file, EXCESS[excess])
    return { ...NONE, bodyOffset }
  }
  // Between two fences with nothing at all between them gray-matter asks no engine.
  document ??= parseYaml('')

  // The parser can stumble twice over one thing; the first message is the one that helps.
  const firsts = [
    ...new Map(problems.map((problem) => [problem.offset, problem]).reverse() as [number, SyntaxProblem][]),
  ]
  for (const [offset, { code }] of firsts.reverse().slice(0, MOST_PROBLEMS)) {
    reportSyntaxProblem(file, code, fence + offset, config)
  }
  if (problems.length > 0) return { ...NONE, bodyOffset }
  return { isArticle: true, yaml: { document, offset: fence }, bodyOffset }
}

function parseYaml(source: string): Document.Parsed {
  return parseDocument(source, { version: '1.2', schema: 'failsafe', prettyErrors: false })
}

const EXCESS = {
  size: {
    reason: say`The front matter is longer than ${MOST_FRONT_MATTER.toLocaleString('en')} characters.`,
    note: say`Put what is text below the front matter, and shorten its lists.`,
  },
  depth: {
    reason: say`Lists and keys of the front matter lie in each other too deep to be read.`,
    note: say`Write one "key: value" a line, lists as "  - item".`,
  },
} as const

/** Levels that the parser may be asked to follow: it takes a multiple of the time for each. */
const MOST_BRACKETS = 50
const MOST_SIGNS = 20

/** What keeps YAML from being parsed at all. */
function excessOf(yaml: string): keyof typeof EXCESS | undefined {
  if (yaml.length > MOST_FRONT_MATTER) return 'size'
  let brackets = 0
  for (const [sign] of yaml.matchAll(/[[\]{}]/g)) {
    brackets = Math.max(0, brackets + (sign === '[' || sign === '{' ? 1 : -1))
    if (brackets > MOST_BRACKETS) return 'depth'
  }
  const signs = /^[ \t]*((?:[-?:][ \t]+)+)/gm
  const isDeep = [...yaml.matchAll(signs)].some(
    ([, run = '']) => (run.match(/[-?:]/g)?.length ?? 0) > MOST_SIGNS,
  )
  return isDeep ? 'depth' : undefined
}

interface SyntaxProblem {
  readonly code: string
  /** In the YAML text, UTF-16 units. */
  readonly offset: number
}

/**
 * YAML's own errors, and what is valid YAML but never meant in front matter: `*name`, `&name` and `!name`
 * at the beginning of a value make it an alias, an anchor or a tag, and the word is silently lost.
 */
function listSyntaxProblems(document: Document.Parsed, source: string): SyntaxProblem[] {
  const errors = document.errors.slice(0, MOST_PROBLEMS)
  const [unclosed] = errors.flatMap((error) => findUnclosed(document, source, error) ?? [])
  // What follows an open quotation mark or bracket is no error of its own.
  if (unclosed !== undefined) return [{ code: 'UNCLOSED', offset: unclosed }]
  const problems = errors.map(({ code, pos }): SyntaxProblem => ({ code, offset: pos[0] }))
  if (problems.length === 0 && document.contents !== null && !isMap(document.contents)) {
    problems.push({ code: 'NOT_A_MAP', offset: document.contents.range[0] })
  }
  visit(document, {
    Alias: (_, { range }) => {
      problems.push({ code: 'ALIAS', offset: range?.[0] ?? 0 })
    },
    Value: (_, node) => {
      if (node.anchor === undefined && node.tag === undefined) return
      problems.push({ code: 'ANCHOR_OR_TAG', offset: node.range?.[0] ?? 0 })
    },
  })
  return problems
}

/** Where the quotation mark or bracket stands that is never closed; the parser notices far behind it. */
function findUnclosed(
  document: Document.Parsed,
  source: string,
  { message, pos: [offset] }: YAMLError,
): number | undefined {
  // Inside brackets the parser blames a missing bracket for the tab.
  if (source.startsWith('\t', source.lastIndexOf('\n', offset - 1) + 1)) return undefined
  const isQuote = message.startsWith('Missing closing ')
  if (!isQuote && !/^Flow \w+ in block collection must .* end with/.test(message)) return undefined
  let [start, end] = [offset, 0]
  visit(document, {
    Node: (_, node) => {
      const isOpen = isQuote
        ? isScalar(node) && node.type?.startsWith('QUOTE')
        : isCollection(node) && node.flow === true
      if (!isOpen || !node.range || node.range[0] >= offset || node.range[1] < end) return
      ;[start, end] = node.range
    },
  })
  return start
}

function reportSyntaxProblem(file: VFile, code: string, offset: number, config: Config): void {
  const text = String(file)
  const place = location(text).toPoint(Math.min(offset, text.length))
  reportFinding(file, syntax, { ...explainYamlError(code, text, offset), place }, config)
}
