import type { Config } from '../config/types.ts'
import { listFiles } from '../judge/files.ts'
import { createJudge, type Judge } from '../judge/judge.ts'
import type { JudgedArticle, Judgement } from '../judge/types.ts'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { isUnfinished, textOf } from '../posts/draft.ts'
import type { RenderedPost } from '../render/types.ts'
import { leftOutToText } from '../report/left-out.ts'
import { countMessages, summarizeMessages } from '../report/messages.ts'
import { messagesToText } from '../report/text.ts'
import type { FaultyArticle, RestOfFolder } from '../sync/folder.ts'
import { matchesOnly } from '../sync/select.ts'
import type { Output } from './output.ts'

export interface CompileOptions {
  /** Slugs or globs of the articles that the run is about. @default every article */
  readonly only?: readonly string[] | undefined
  /** One error stops the run, and drafts have to be without errors, too. @default false */
  readonly strict?: boolean | undefined
  /** Show every message, also where many are alike. @default false */
  readonly all?: boolean | undefined
}

/** A folder whose articles can be published, but for those with errors. */
export interface Compiled {
  /** The articles without an error, whether the run is about them or not: others may link to them. */
  readonly rendered: readonly RenderedPost[]
  readonly folder: RestOfFolder
  /** Keys of the articles that the run is about, those with errors included. */
  readonly selected: ReadonlySet<string>
  /** The slugs of all articles. */
  readonly slugs: readonly string[]
}

/**
 * The compile half of every command that needs content: judges the folder and says what was found, of the articles that
 * the run is about.
 *
 * @param judge one that will be asked again
 * @returns `undefined` where nothing may go on: the configuration is at fault, or with `strict` an article
 */
export async function compile(
  config: Config,
  output: Pick<Output, 'say'>,
  { only, strict = false, all = false }: CompileOptions = {},
  judge: Judge = createJudge(config, { render: true, strict }),
): Promise<Compiled | undefined> {
  const judgement = await judge.judge()
  const articles = [...judgement.articles.values()]
  const matches = matchesOnly(only)
  const meant = articles.filter(({ draft }) => matches(draft.slug))
  const files = filesOf(judgement, meant, only === undefined)
  const text = messagesToText(files, { all })
  if (text !== '') output.say(`${text}\n`)
  const left = only === undefined ? leftOutToText(judgement.leftOut) : ''
  if (left !== '') output.say(`${left}\n`)
  const held = meant.filter(({ errors }) => errors > 0)
  const isStopped = countMessages(judgement.others).errors > 0 || (strict && held.length > 0)
  if (isStopped) {
    output.say(say`${summarizeMessages(files, meant.length)}. Nothing was sent.`)
    return undefined
  }
  if (held.length > 0) {
    const heldBack = count(held.length, 'article')
    output.say(`${say`${summarizeMessages(files, meant.length)}. ${heldBack} held back.`}\n`)
  }
  return {
    ...publishable(judgement),
    selected: new Set(meant.map(({ key }) => key)),
    slugs: articles.map(({ draft }) => draft.slug),
  }
}

/** The articles of a folder that can be published, and what is there besides. */
export function publishable({ config, articles, leftOut }: Judgement): Pick<Compiled, 'rendered' | 'folder'> {
  const all = [...articles.values()]
  return {
    rendered: all.flatMap(({ errors, rendered }) => (errors === 0 ? (rendered ?? []) : [])),
    folder: {
      faulty: all.filter(({ errors }) => errors > 0).map((article) => toFaulty(article, config)),
      others: new Set(leftOut.map(({ key }) => key)),
    },
  }
}

/** The files that a run about these articles speaks of. */
function filesOf(judgement: Judgement, meant: readonly JudgedArticle[], isWhole: boolean) {
  if (isWhole) return listFiles(judgement)
  // What is wrong with the configuration concerns every run; what it merely could have better, none that asks for one article.
  const others = judgement.others.filter((file) => countMessages([file]).errors > 0)
  return listFiles({ articles: new Map(meant.map((article) => [article.key, article])), others })
}

function toFaulty({ key, draft, errors }: JudgedArticle, config: Config): FaultyArticle {
  const id = Number(textOf(draft.fields, 'id'))
  const { source, slug, pair, language } = draft
  return {
    key,
    path: source.file.path,
    slug,
    id: Number.isSafeInteger(id) && id > 0 ? id : undefined,
    pair,
    language,
    isDraft: isUnfinished(draft, config),
    errors,
  }
}
