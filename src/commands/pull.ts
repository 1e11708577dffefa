import path from 'node:path'
import { glob } from 'tinyglobby'
import { loadConfig } from '../config/load.ts'
import { ExitCode } from '../errors.ts'
import { createJudge } from '../judge/judge.ts'
import { say } from '../language/say.ts'
import { assertPostsFolder } from '../posts/articles.ts'
import { pullPosts } from '../pull/pull-posts.ts'
import { countMessages } from '../report/messages.ts'
import { faultyToText, needsAttention, pulledToText } from '../report/pull.ts'
import { messagesToText } from '../report/text.ts'
import { NOTHING_ELSE } from '../sync/folder.ts'
import { readSite } from '../sync/read-site.ts'
import { publishable } from './compile.ts'
import { chooseSite, openSite } from './open-site.ts'
import type { Output } from './output.ts'

export interface PullOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Every post of the site. */
  readonly all: boolean
  /** Write over a file that holds something else. */
  readonly overwrite: boolean
}

/**
 * Brings posts of the site into Markdown files. Nothing on the site changes.
 *
 * @param slugs of posts; none and no `all` means the articles here that were edited on the site
 */
export async function pull(
  slugs: readonly string[],
  { config: file, all, overwrite }: PullOptions,
  output: Output,
): Promise<ExitCode> {
  const config = await loadConfig(file)
  assertPostsFolder(config)
  const chosen = await chooseSite(config, output)
  const files = await glob('**/*.md', {
    cwd: path.join(config.root, config.posts),
    followSymbolicLinks: false,
  })
  const paths = files.map((name) => path.posix.join(config.posts, name))
  // What is brought here has to be without errors, drafts included.
  const judge = createJudge(config, { render: true, strict: true })
  const judgement = files.length === 0 ? undefined : await judge.judge()
  if (judgement !== undefined && countMessages(judgement.others).errors > 0) {
    output.say(`${messagesToText(judgement.others)}\n\n${say`Nothing was pulled.`}`)
    return ExitCode.content
  }
  const { rendered, folder } =
    judgement === undefined ? { rendered: [], folder: NOTHING_ELSE } : publishable(judgement)

  const { client, close } = await openSite(config, output, chosen)
  try {
    const site = await output.during(say`Reading ${client.url}`, () =>
      readSite(client, rendered, config, folder),
    )
    const results = await output.during(say`Comparing it with the files`, () =>
      pullPosts({ slugs, all, overwrite }, { config, judge, rendered, folder, paths }, site, client),
    )
    for (const result of results) output.say(pulledToText(result))
    const isNamed = all || slugs.length > 0
    if (!isNamed && folder.faulty.length > 0) output.say(faultyToText(folder.faulty))
    if (results.length === 0) output.say(say`Nothing to pull: no article here was edited on ${client.url}.`)
    return results.some(needsAttention) || (!isNamed && folder.faulty.length > 0)
      ? ExitCode.stopped
      : ExitCode.ok
  } finally {
    await close()
  }
}
