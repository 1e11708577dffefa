import { readdirSync } from 'node:fs'
import path from 'node:path'
import { readAtMost } from '../files/read-at-most.ts'
import { closest } from '../limits/closest.ts'
import { own } from '../standards/own.ts'
import { processEnvironment, processStart, type Variables } from './environment.ts'

/** An option of a command, as npm may have taken it. */
export interface TypedOption {
  /** `--dry-run` */
  readonly long: string
  readonly takesValue: boolean
}

/** What npm took of a command line that was meant for us. */
export interface KeptByNpm {
  /** The script that npm runs, which stands behind `npm run`. */
  readonly script: string
  /** The options, each with its values where those are known: `--only`, `a`, `--dry-run`. */
  readonly words: readonly string[]
}

/** npm's log begins with the command line; the rest tells nothing of it. */
const LOG_BYTES = 64 * 1024

/** How long npm takes at most from its own start until it runs the script, in milliseconds. */
const LONGEST_START = 60_000

/** Without it less is done, and the name is set for npx by many who never think of us. */
const HARMLESS = ['--yes']

/** What npm makes of `--plan`: `-p -l -a -n`, each an option of its own. */
const PLAN_FOR_NPM = ['parseable', 'long', 'all'] as const

/**
 * The options that stood before `--` of an `npm run`, which npm takes for its own and hands on to no script.
 *
 * npm hands them over as `npm_config_NAME`, and what stands in an .npmrc, too, so what is set there counts as typed only
 * where npm's log has it. `--only` was one of npm's own and is handed over not at all (npm 10 and 11): only the log tells
 * of it, so it is missed where npm keeps none (`logs-max=0`).
 *
 * @param options those that the command has
 * @param given what came to us
 * @returns `undefined` where npm does not run us, or kept nothing of ours
 */
export function optionsKeptByNpm(
  options: readonly TypedOption[],
  given: readonly string[],
  variables: Variables = processEnvironment(),
  start: number = processStart(),
): KeptByNpm | undefined {
  const script = variables.npm_lifecycle_event
  // pnpm and yarn hand every option on.
  const isNpm = variables.npm_config_user_agent?.startsWith('npm/') === true
  if (script === undefined || !isNpm || !/^run(-script)?$/.test(variables.npm_command ?? '')) return undefined
  const inFiles = namesInFiles(variables)
  const found = { typed: typedWords(variables, script, start), ...withoutPlan(variables, inFiles), inFiles }
  const words = options
    .filter(({ long }) => !given.some((word) => word === long || word.startsWith(`${long}=`)))
    .flatMap((option) => wordsOf(option, options, found))
  return words.length === 0 ? undefined : { script, words }
}

function wordsOf(
  option: TypedOption,
  options: readonly TypedOption[],
  {
    typed,
    variables,
    inFiles,
  }: { typed: readonly string[]; variables: Variables; inFiles: ReadonlySet<string> },
): string[] {
  const { long, takesValue } = option
  const means = (name: string): boolean => optionMeant(name, options) === option
  const places = [...typed.keys()].filter((at) => /^--/.test(typed[at] ?? '') && means(typed[at] ?? ''))
  if (places.length > 0) {
    const values = places.flatMap((at) => {
      const behind = typed.slice(at + 1)
      const end = behind.findIndex((word) => word.startsWith('--'))
      return end < 0 ? behind : behind.slice(0, end)
    })
    return [long, ...(takesValue ? values : [])]
  }
  if (HARMLESS.includes(long)) return []
  for (const [name, value] of Object.entries(variables)) {
    const [, key] = /^npm_config_(.*)$/i.exec(name) ?? []
    if (key === undefined || !means(`--${key}`) || inFiles.has(bare(key))) continue
    if (value !== undefined && value !== '' && value !== 'false') {
      return [long, ...(takesValue && value !== 'true' ? [value] : [])]
    }
  }
  return []
}

/** Has `--plan` in place of what npm makes of it. */
function withoutPlan(variables: Variables, inFiles: ReadonlySet<string>): { variables: Variables } {
  const keys = PLAN_FOR_NPM.map((name) => `npm_config_${name}`)
  const isPlan = keys.every((key) => own(variables, key) === 'true')
  if (!isPlan || PLAN_FOR_NPM.every((name) => inFiles.has(name))) return { variables }
  const others = Object.entries(variables).filter(([key]) => !keys.includes(key))
  return { variables: { ...Object.fromEntries(others), npm_config_plan: 'true' } }
}

/** npm takes `--dry` for `--dry-run`, and hands `--dryrun` on as a name that it does not know. */
function optionMeant(word: string, options: readonly TypedOption[]): TypedOption | undefined {
  const name = bare(word)
  const byName = new Map(options.map((option) => [bare(option.long), option]))
  const exact = byName.get(name)
  if (exact !== undefined || name.length < 3) return exact
  if (name === 'dry') return byName.get('dryrun')
  // Names of npm that are shorter are one letter from ours by chance: `call`, `os`.
  if (name.length < 5) return undefined
  return byName.get(closest(name, [...byName.keys()], name.length < 6 ? 1 : 2) ?? '')
}

/** A name without what people and npm write differently: `--Dry-Run`, `dry_run`. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '')
}

/** What was typed before `--`, as npm's log of this run has it; nothing where there is no log. */
function typedWords(variables: Variables, script: string, start: number): string[] {
  const folder = variables.npm_config_logs_dir ?? path.join(variables.npm_config_cache ?? '', '_logs')
  for (const name of listLogs(folder, start)) {
    const [, line] = /^\d+ verbose argv (.*)$/m.exec(readText(path.join(folder, name)) ?? '') ?? []
    const words = (line?.match(/"(?:[^"\\]|\\.)*"/g) ?? []).map((word) => String(JSON.parse(word)))
    const end = words.indexOf('--')
    const before = end < 0 ? words : words.slice(0, end)
    if (before.includes(script)) return asTyped(before)
  }
  return []
}

/** npm's log has `--plan` as what npm makes of it. */
function asTyped(words: readonly string[]): string[] {
  const at = words.findIndex((_, index) =>
    [...PLAN_FOR_NPM, 'no-yes'].every((name, offset) => words[index + offset] === `--${name}`),
  )
  return at < 0 ? [...words] : words.toSpliced(at, PLAN_FOR_NPM.length + 1, '--plan')
}

/** The logs of npm that began shortly before `start`, the newest first; their names are times. */
function listLogs(folder: string, start: number): string[] {
  const isOfNow = (name: string): boolean => {
    const [, day, hours, minutes, seconds, thousandths] =
      /^(\d{4}-\d\d-\d\d)T(\d\d)_(\d\d)_(\d\d)_(\d{3})Z-debug-0\.log$/.exec(name) ?? []
    const began = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${thousandths}Z`)
    return began <= start && began > start - LONGEST_START
  }
  try {
    return readdirSync(folder).filter(isOfNow).sort().reverse()
  } catch {
    return []
  }
}

/** The names that stand in the .npmrc files that npm reads. */
function namesInFiles(variables: Variables): Set<string> {
  const { npm_config_local_prefix: project, npm_config_userconfig: user } = variables
  const { npm_config_globalconfig: everywhere, npm_execpath: program } = variables
  const files = [
    ...(project === undefined ? [] : [path.join(project, '.npmrc')]),
    ...(program === undefined ? [] : [path.join(path.dirname(program), '..', 'npmrc')]),
    ...[user, everywhere].filter((file) => file !== undefined),
  ]
  const lines = files.flatMap((file) => readText(file)?.split(/\r?\n/) ?? [])
  return new Set(
    lines.flatMap((line) => {
      const [, name] = /^\s*([\w-]+)(?:\[\])?\s*(?:=|$)/.exec(line) ?? []
      return name === undefined ? [] : [bare(name)]
    }),
  )
}

function readText(file: string): string | undefined {
  try {
    return Buffer.from(readAtMost(file, LOG_BYTES)).toString('utf8')
  } catch {
    return undefined
  }
}
