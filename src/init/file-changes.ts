import path from 'node:path'
import type { Config } from '../config/types.ts'
import { digestArticle } from '../digest/digest.ts'
import { say } from '../language/say.ts'
import { applyFixes } from '../posts/fixes.ts'
import type { Fix } from '../posts/rule.ts'
import type { Survey, SurveyedFile } from './types.ts'

/** One file that is read only after a change. */
export interface FileChange {
  /** Paths relative to the project; the same where the file keeps its name. */
  readonly from: string
  readonly to: string
  readonly before: string
  readonly after: string
  /** What is different, each in a few words. */
  readonly why: readonly string[]
}

/** An edit can make room for another one, but no article needs more rounds than this. */
const MOST_ROUNDS = 10

/** The files that no setting makes readable: another form or name, and errors with exactly one right answer. */
export function planFileChanges({ files, posts }: Survey, config: Config): FileChange[] {
  const taken = new Set(files.map(({ before }) => before))
  return files.flatMap((file): FileChange[] => {
    // MDX is another language, and a file that is there already is not written over.
    if (!file.name.endsWith('.md') || (file.name !== file.before && taken.has(file.name))) return []
    // In another encoding than UTF-8 it was not read as what it says; check tells of it.
    if (file.textBefore.includes('\uFFFD')) return []
    const { text, why } = mendErrors(file, config)
    if (text === file.textBefore && file.name === file.before) return []
    return [
      {
        from: path.posix.join(posts, file.before),
        to: path.posix.join(posts, file.name),
        before: file.textBefore,
        after: text,
        why,
      },
    ]
  })
}

/** Warnings are for `check --fix`: with them articles can be published. */
function mendErrors(file: SurveyedFile, config: Config): { text: string; why: string[] } {
  const why = [...file.why]
  const bom = file.text.startsWith('\uFEFF') ? '\uFEFF' : ''
  let text = file.text.slice(bom.length)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { isArticle, messages } = digestArticle({ name: file.name, text }, config)
    const edits = messages.flatMap(({ fatal, fix, ruleId }) =>
      isArticle && fatal === true && fix !== undefined ? [{ fix, ruleId }] : [],
    )
    const fixed = applyFixes(
      text,
      edits.map(({ fix }) => fix),
    )
    if (fixed === undefined || fixed.applied.size === 0 || fixed.text === text) break
    for (const { fix } of edits) if (fixed.applied.has(fix)) why.push(describe(text, fix))
    text = fixed.text
  }
  return { text: bom + text, why }
}

function describe(text: string, { start, end, text: after }: Fix): string {
  return say`has "${after}" in place of "${text.slice(start, end)}"`
}
