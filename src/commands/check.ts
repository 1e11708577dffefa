import path from 'node:path'
import type { VFile } from 'vfile'
import manifest from '../../package.json' with { type: 'json' }
import { repositoryFolder } from '../config/environment.ts'
import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { listFiles } from '../judge/files.ts'
import { createJudge } from '../judge/judge.ts'
import { partOf } from '../judge/shard.ts'
import type { Judgement } from '../judge/types.ts'
import { say } from '../language/say.ts'
import { globMatcher } from '../limits/patterns.ts'
import type { RemoteSummary } from '../links/check-remote.ts'
import type { LinkGraph } from '../links/graph.ts'
import type { GraphFormat } from '../links/output/formats.ts'
import { writeGraph } from '../links/output/write-graph.ts'
import { exitCodeOfMessages } from '../report/exit-code.ts'
import { messagesToGcc } from '../report/gcc.ts'
import { messagesToGithub, messagesToJobSummary } from '../report/github.ts'
import { leftOutToText } from '../report/left-out.ts'
import { countMessages, messagesToJson, summarizeMessages } from '../report/messages.ts'
import { remoteToText } from '../report/remote.ts'
import { messagesToSarif } from '../report/sarif.ts'
import { messagesToText } from '../report/text.ts'
import { allRules } from '../rules.ts'
import type { Shard } from '../shard.ts'
import { toJsonDocument } from '../standards/json.ts'
import type { Output } from './output.ts'
import { appendStepSummary } from './step-summary.ts'

export interface CheckOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Somebody else wrote the project: nothing of it is run. @default false */
  readonly untrusted?: boolean
  readonly format: 'text' | 'json' | 'github' | 'sarif' | 'gcc'
  /** Mend what has exactly one right answer, then report what is left. @default false */
  readonly fix?: boolean
  /** Report errors only; warnings still count. @default false */
  readonly quiet?: boolean
  /** The errors of drafts are errors, too. @default false */
  readonly strict?: boolean
  /** Show each message, also where many are alike. @default false */
  readonly all?: boolean
  /** More warnings than this are as bad as an error. @default no limit */
  readonly maxWarnings?: number | undefined
  /** Write the links between the articles to stdout in this format; messages go to stderr as text. */
  readonly graph?: GraphFormat
  /** Also ask the sites that articles link to. @default false */
  readonly external?: boolean
  /** Ids of rules, or globs of them: tell what these found, and nothing else. @default every rule */
  readonly rules?: readonly string[]
  /** Tell what is about this part of the articles, and ask this part of the sites. @default the whole */
  readonly shard?: Shard
}

/** Judges every article, without any network unless it is asked for; every problem of every file in one run. */
export async function check(options: CheckOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config, options)
  const judged = await judgeAsAsked(options, config, output)
  const files = judged.files
  if (options.rules !== undefined) keepRules(files, options.rules)
  const exitCode = exitCodeOfMessages(files, options.maxWarnings)
  const { warnings } = countMessages(files)
  const summary = summarizeMessages(files, judged.articles.size)
  if (options.quiet) for (const file of files) file.messages = file.messages.filter(({ fatal }) => fatal)

  const prefix = pathInRepository(config, repositoryFolder(config.root))
  if (judged.remote !== undefined) output.say(remoteToText(judged.remote))
  if (options.graph !== undefined) output.print(writeGraph(judged.graph, options.graph, config))
  switch (options.format) {
    case 'json':
      output.print(toJsonDocument(messagesToJson(files)))
      return exitCode
    case 'sarif':
      output.print(toJsonDocument(messagesToSarif(files, allRules, prefix, manifest.version)))
      return exitCode
    case 'github': {
      const commands = messagesToGithub(files, prefix)
      if (commands !== '') output.print(commands)
      await appendStepSummary(messagesToJobSummary(files, summary))
      break
    }
    case 'gcc': {
      const lines = messagesToGcc(files)
      if (lines !== '') output.print(lines)
      break
    }
    case 'text': {
      const text = messagesToText(files, options)
      if (text !== '') output.say(`${text}\n`)
    }
  }
  const left = leftOutToText(judged.leftOut)
  if (left !== '') output.say(left)
  if (config.categories === undefined) {
    output.say(
      say`Note: wp.config.json lists no categories, so their names are checked only when publishing.`,
    )
  }
  if (config.untrusted) output.say(say`Note: --untrusted runs no plugin and believes nothing that was kept.`)
  output.say(summary)
  if (options.maxWarnings !== undefined && warnings > options.maxWarnings) {
    output.say(say`No more than ${options.maxWarnings} are allowed (--max-warnings).`)
  }
  return exitCode
}

/** What was found, with the files that are told of. */
interface Checked extends Judgement {
  readonly files: readonly VFile[]
  readonly remote?: RemoteSummary
}

async function judgeAsAsked(
  { fix, external, strict, shard }: CheckOptions,
  config: Config,
  output: Output,
): Promise<Checked> {
  const { judge } = createJudge(config, { render: false, strict, shard })
  const judgeAll = async (): Promise<Checked> => {
    const whole = await judge()
    const part = partOf(whole, shard)
    if (!external) return { ...part, files: listFiles(part) }
    // What other sites say is told by the part that asks them, whichever article links to them.
    for (const { key, draft } of whole.articles.values()) {
      if (!part.articles.has(key)) draft.source.file.messages = []
    }
    const remote = await judgeExternal(whole.graph, config, shard, output)
    return { ...part, remote, files: listFiles({ articles: whole.articles, others: part.others }) }
  }
  if (!fix) return await judgeAll()
  // Loaded here, since most runs write nothing.
  const { fixArticles } = await import('./fix.ts')
  return await fixArticles(judgeAll, config, output)
}

async function judgeExternal(
  graph: LinkGraph,
  config: Config,
  shard: Shard | undefined,
  output: Output,
): Promise<RemoteSummary> {
  // Loaded here, since `check` must not wait for the HTTP client.
  const { checkRemote } = await import('../links/check-remote.ts')
  return await output.during(say`asking other sites`, (update) =>
    checkRemote(graph, config, shard, (done, total) => update(say`asking other sites: ${done} of ${total}`)),
  )
}

/** @throws UserError (usage) where a pattern names no rule, which would find nothing for ever */
function keepRules(files: readonly VFile[], rules: readonly string[]): void {
  const matches = globMatcher(rules, '--rules')
  const unknown = rules.find((rule) => !allRules.some(({ id }) => globMatcher([rule], '--rules')(id)))
  if (unknown !== undefined) {
    throw new UserError(say`--rules ${unknown} names no rule.`, {
      advice: say`docs/rules.md lists the rules; globs such as external-* are allowed.`,
      exitCode: ExitCode.usage,
    })
  }
  for (const file of files) file.messages = file.messages.filter(({ ruleId }) => matches(ruleId ?? ''))
}

/** The project's folder below the repository, `/`-separated; empty where it is not inside. */
function pathInRepository({ root }: Config, repository: string): string {
  const relative = path.relative(repository, root).split(path.sep).join('/')
  return relative.startsWith('../') || relative === '..' ? '' : relative
}
