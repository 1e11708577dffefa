import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { processEnvironment, type Variables } from '../config/environment.ts'
import { loadConfig } from '../config/load.ts'
import { ExitCode, UserError } from '../errors.ts'
import type { Repository } from '../github/api.ts'
import { showComment } from '../github/comment.ts'
import { keepIssue, type ToldMessage } from '../github/issue.ts'
import { proposeDrift } from '../github/propose.ts'
import { say } from '../language/say.ts'
import { parseJson } from '../standards/json.ts'
import { own } from '../standards/own.ts'
import type { Task } from './github-tasks.ts'
import type { Output } from './output.ts'

export interface GithubOptions {
  /** Path of wp.config.json. */
  readonly config: string
}

/**
 * Tells GitHub what a workflow has found. What it needs to know of the run stands in the variables that GitHub Actions
 * sets, and GITHUB_TOKEN.
 *
 * @param files what was printed before: of `plan` for `comment`, of `check` for `issue`
 */
export async function github(
  task: Task,
  files: readonly string[],
  options: GithubOptions,
  output: Output,
): Promise<ExitCode> {
  const variables = processEnvironment()
  const repository = readRepository(variables)
  const server = variables.GITHUB_SERVER_URL || 'https://github.com'
  const run = `${server}/${repository.name}/actions/runs/${variables.GITHUB_RUN_ID ?? ''}`
  switch (task) {
    case 'comment': {
      const texts = await Promise.all(named(files).map(readText))
      const number = await readPullRequest(required(variables, 'GITHUB_EVENT_PATH'))
      output.say(await showComment(repository, number, texts.join('\n\n'), run))
      return ExitCode.ok
    }
    case 'issue': {
      const lists = await Promise.all(named(files).map(readMessages))
      const { kind, url = '' } = await keepIssue(repository, lists.flat(), run)
      output.say(`${told(kind)} ${url}`.trim())
      return ExitCode.ok
    }
    case 'pull-request': {
      const config = await loadConfig(options.config)
      // Where `pull` writes: the articles, and the pictures that it downloads (pull/pull-pictures.ts).
      const pictures = path.posix.join(config.images.folder, 'images')
      const folders = [config.posts, pictures].filter((name) => existsSync(path.join(config.root, name)))
      const base = required(variables, 'GITHUB_REF_NAME')
      const made = await proposeDrift(repository, config.root, folders, base, server, variables)
      output.say(`${told(made.kind)} ${made.url ?? ''}`.trim())
      return ExitCode.ok
    }
  }
}

function told(kind: 'opened' | 'updated' | 'closed' | 'none' | 'same'): string {
  switch (kind) {
    case 'opened':
      return say`Opened:`
    case 'updated':
      return say`Updated:`
    case 'closed':
      return say`Closed:`
    case 'same':
      return say`Nothing new since the last run:`
    case 'none':
      return say`There is nothing to tell.`
  }
}

/** @throws UserError (usage) where this is no job of GitHub Actions, or the address is none that a token may be sent to */
function readRepository(variables: Variables): Repository {
  const api = variables.GITHUB_API_URL || 'https://api.github.com'
  const url = URL.canParse(api) ? new URL(api) : undefined
  if (url?.protocol !== 'https:' && url?.hostname !== '127.0.0.1') {
    throw new UserError(say`GITHUB_API_URL is no https address.`, {
      advice: say`Leave it as GitHub Actions sets it.`,
      exitCode: ExitCode.usage,
    })
  }
  const name = required(variables, 'GITHUB_REPOSITORY')
  if (!/^[\w.-]+\/[\w.-]+$/.test(name)) {
    throw new UserError(say`GITHUB_REPOSITORY names no repository.`, {
      advice: say`Leave it as GitHub Actions sets it.`,
      exitCode: ExitCode.usage,
    })
  }
  return { api: api.replace(/\/+$/, ''), name, token: required(variables, 'GITHUB_TOKEN') }
}

function required(variables: Variables, name: string): string {
  const value = own(variables, name)
  if (value === undefined || value === '') throw missing(name)
  return value
}

function missing(name: string): UserError {
  return new UserError(say`${name} is not set.`, {
    advice: say`This command is for jobs of GitHub Actions; docs/ci.md shows the step.`,
    exitCode: ExitCode.usage,
  })
}

/** @see https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request */
const pullRequestEvent = z.object({ pull_request: z.object({ number: z.int().positive() }) })

/** @throws UserError (usage) where the run is about something else */
async function readPullRequest(event: string): Promise<number> {
  const parsed = pullRequestEvent.safeParse(parseJson(await readText(event)))
  if (parsed.success) return parsed.data.pull_request.number
  throw new UserError(say`This run is about no pull request.`, {
    advice: say`Let the job run on pull requests alone.`,
    exitCode: ExitCode.usage,
  })
}

function named(files: readonly string[]): readonly string[] {
  if (files.length > 0) return files
  throw new UserError(say`No file is named.`, {
    advice: say`Name what the command before has printed.`,
    exitCode: ExitCode.usage,
  })
}

async function readText(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UserError(say`${file} cannot be read.`, {
      advice: say`Name what the command before has printed.`,
      exitCode: ExitCode.usage,
      cause,
    })
  })
}

/** What is told of a message of `check --format json`. */
const messageList = z.array(
  z.object({ file: z.string(), line: z.int(), severity: z.string(), message: z.string(), note: z.string() }),
)

/** @throws UserError (usage) where the command before printed no list: then nobody knows how the links are */
async function readMessages(file: string): Promise<readonly ToldMessage[]> {
  const parsed = messageList.safeParse(parseJson(await readText(file)))
  if (parsed.success) return parsed.data
  throw new UserError(say`${file} holds no list of messages.`, {
    advice: say`Look at what check said in the step before; it prints one with --format json.`,
    exitCode: ExitCode.usage,
  })
}
