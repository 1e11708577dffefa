import path from 'node:path'
import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/types.ts'
import type { ExitCode } from '../errors.ts'
import { listFiles } from '../judge/files.ts'
import { createJudge } from '../judge/judge.ts'
import { partOf } from '../judge/shard.ts'
import type { Judgement } from '../judge/types.ts'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { collectOften } from '../limits/collect-often.ts'
import { buildPreview } from '../preview/build.ts'
import { exitCodeOfMessages } from '../report/exit-code.ts'
import { leftOutToText } from '../report/left-out.ts'
import { countMessages, summarizeMessages } from '../report/messages.ts'
import type { PlannedArticle } from '../report/planned.ts'
import { messagesToText } from '../report/text.ts'
import { isFirst, type Shard, suffixOf } from '../shard.ts'
import { publishable } from './compile.ts'
import type { Output } from './output.ts'
import { planArticles } from './plan-articles.ts'

export interface PreviewOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Somebody else wrote the project: nothing of it is run. @default false */
  readonly untrusted?: boolean
  /** The errors of drafts are errors, too. @default false */
  readonly strict?: boolean
  /** Show each message, also where many are alike. @default false */
  readonly all?: boolean
  /** Build this part of the pages, in a folder of its own. @default the whole */
  readonly shard?: Shard
  /** Show in the index what publishing would do; asks the site, or the embedded WordPress. */
  readonly plan?: boolean
}

/** Below the project. */
const FOLDER = 'dist/preview'

/** Builds the static draft preview; articles with errors get a page that says what is wrong. */
export async function preview(options: PreviewOptions, output: Output): Promise<ExitCode> {
  collectOften()
  const config = await loadConfig(options.config, options)
  const judge = createJudge(config, {
    render: true,
    once: true,
    strict: options.strict,
    shard: options.shard,
  })
  const folder = `${FOLDER}${suffixOf(options.shard)}`
  let judgement: Judgement
  // What publishing would do takes all contents at once; otherwise each is written when it comes.
  if (options.plan === true) {
    judgement = await judge.judge()
    sayMessages(judgement, options, output)
    const planned = await planWhole(judgement, output)
    const contents = partOf(judgement, options.shard).articles.values()
    await buildPreview(folder, { ...judgement, planned }, contents, options.shard)
  } else {
    const stream = await judge.stream()
    judgement = stream.judgement
    try {
      await buildPreview(folder, judgement, stream.contents, options.shard)
    } finally {
      // What plugins say of an article comes with its content.
      sayMessages(judgement, options, output)
    }
  }
  const part = partOf(judgement, options.shard)
  const files = listFiles(part)
  output.say(
    joinSentences(
      say`${summarizeMessages(files, part.articles.size)}.`,
      placeOf(config, folder, options.shard),
    ),
  )
  return exitCodeOfMessages(files)
}

function sayMessages(judgement: Judgement, options: PreviewOptions, output: Output): void {
  const part = partOf(judgement, options.shard)
  const text = messagesToText(listFiles(part), options)
  if (text !== '') output.say(`${text}\n`)
  const left = leftOutToText(part.leftOut)
  if (left !== '') output.say(left)
}

/** Where to look; only the first part has the front page. */
function placeOf({ root }: Config, folder: string, shard: Shard | undefined): string {
  const place = path.join(path.relative(process.cwd(), root), folder)
  return isFirst(shard) ? say`Open ${path.join(place, 'index.html')}` : say`Its pages lie in ${place}.`
}

/** What publishing would do, with the articles held back that have an error. */
async function planWhole(
  judgement: Judgement,
  output: Output,
): Promise<ReadonlyMap<string, PlannedArticle> | undefined> {
  if (countMessages(judgement.others).errors > 0) {
    output.say(say`Nothing is planned while the configuration has an error: publishing would send nothing.`)
    return undefined
  }
  const { rendered, folder } = publishable(judgement)
  return await planArticles(rendered, folder, judgement.config, output)
}
