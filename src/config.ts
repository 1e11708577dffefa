import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { getNodeValue, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { configError, schemaError } from './config-errors.ts'
import { settingsSchema } from './config-schema.ts'
import { ExitCode, UserError } from './errors.ts'
import type { Config } from './types.ts'

/**
 * Reads wp.config.json and fills in the defaults.
 *
 * @param file path of the configuration, absolute or relative to the working directory
 * @throws UserError (usage) where it is missing, is not JSON, or breaks the schema; with line and column
 */
export async function loadConfig(file: string): Promise<Config> {
  const absolute = path.resolve(file)
  const shown = path.relative(process.cwd(), absolute) || absolute
  const text = await readFile(absolute, 'utf8').catch((cause: unknown) => {
    throw new UserError(`There is no configuration at ${shown}.`, {
      advice: 'Run the command in the folder of wp.config.json, or name it with --config <path>.',
      exitCode: ExitCode.usage,
      cause,
    })
  })

  const syntax: ParseError[] = []
  const tree = parseTree(text, syntax, { allowTrailingComma: true })
  const [broken] = syntax
  if (broken !== undefined || tree === undefined) {
    const offset = broken?.offset ?? 0
    const reason = broken === undefined ? 'it is empty' : printParseErrorCode(broken.error)
    throw configError(shown, text, offset, `not valid JSON: ${reason}`, 'Mend the syntax at this place.')
  }

  const parsed = settingsSchema.safeParse(getNodeValue(tree))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    if (issue === undefined) throw parsed.error
    throw schemaError(shown, text, tree, issue)
  }
  assertTimezone(parsed.data.site.timezone, shown)
  assertPattern(parsed.data.slug.pattern, shown)
  const { $schema: _, ...settings } = parsed.data
  return { ...settings, root: path.dirname(absolute), file: absolute }
}

/** The environment of a project: the process's own variables, then those of .env beside wp.config.json. */
export async function readEnvironment(config: Config): Promise<Readonly<Record<string, string | undefined>>> {
  const file = await readFile(path.join(config.root, '.env'), 'utf8').then(parseEnv, () => ({}))
  return { ...file, ...process.env }
}

/** Where GitHub Actions takes Markdown for the summary of a job (its variable GITHUB_STEP_SUMMARY). */
export function stepSummaryFile(): string | undefined {
  return process.env.GITHUB_STEP_SUMMARY || undefined
}

/** The folder of the repository: in GitHub Actions what its variable GITHUB_WORKSPACE names, else where we run. */
export function repositoryFolder(): string {
  return process.env.GITHUB_WORKSPACE || process.cwd()
}

function assertTimezone(timezone: string, file: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
  } catch (cause) {
    throw new UserError(`${file}: site.timezone "${timezone}" is not a time zone.`, {
      advice: 'Use an IANA name such as "Asia/Tokyo" or "UTC".',
      exitCode: ExitCode.usage,
      cause,
    })
  }
}

function assertPattern(pattern: string, file: string): void {
  try {
    new RegExp(pattern, 'u')
  } catch (cause) {
    throw new UserError(`${file}: slug.pattern is not a regular expression.`, {
      advice: 'Mend it, or remove it to get the default: lower-case words joined by "-".',
      exitCode: ExitCode.usage,
      cause,
    })
  }
}
