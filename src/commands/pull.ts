import path from 'node:path'
import { glob } from 'tinyglobby'
import { loadConfig } from '../config/load.ts'
import { ExitCode } from '../errors.ts'
import { createJudge } from '../judge/judge.ts'
import { assertPostsFolder } from '../posts/articles.ts'
import { pullPosts } from '../pull/pull-posts.ts'
import { needsAttention, pulledToText } from '../report/pull.ts'
import { readSite } from '../sync/read-site.ts'
import { compile } from './compile.ts'
import { openSite } from './open-site.ts'
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
  const files = await glob('**/*.md', {
    cwd: path.join(config.root, config.posts),
    followSymbolicLinks: false,
  })
  const paths = files.map((name) => path.posix.join(config.posts, name))
  const judge = createJudge(config, { render: true })
  const rendered = files.length === 0 ? [] : await compile(config, output, judge)
  if (rendered === undefined) return ExitCode.content

  const { client, close } = await openSite(config, output)
  try {
    const site = await output.during(`Reading ${client.url}`, () => readSite(client, rendered, config))
    const results = await output.during('Comparing it with the files', () =>
      pullPosts({ slugs, all, overwrite }, { config, judge, rendered, paths }, site, client),
    )
    for (const result of results) output.say(pulledToText(result))
    if (results.length === 0) output.say(`Nothing to pull: no article here was edited on ${client.url}.`)
    return results.some(needsAttention) ? ExitCode.stopped : ExitCode.ok
  } finally {
    await close()
  }
}
