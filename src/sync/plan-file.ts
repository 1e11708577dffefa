import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { ExitCode, UserError } from '../errors.ts'
import type { Project } from '../files/folders.ts'
import { writeNamedFile } from '../files/write.ts'
import { commandLine } from '../installation.ts'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { parseJson } from '../standards/json.ts'

/** The version of the format that this program writes, and the only one that it applies. */
const VERSION = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a plan was made with; publishing it uses the same. */
const optionsSchema = z.strictObject({
  only: z.array(z.string()).optional(),
  adopt: z.boolean(),
  overwrite: z.boolean(),
  createCategories: z.boolean(),
  prune: z.boolean(),
  waitForPair: z.boolean(),
  strict: z.boolean().default(false),
})

const schema = z.object({
  format: z.literal('rensai-plan'),
  version: z.literal(VERSION),
  /** Address of the site that it was made for. */
  site: z.string(),
  /** When it was made, ISO 8601 in UTC; for people. */
  madeAt: z.string(),
  options: optionsSchema,
  /** Fingerprint of the articles that it was made from. */
  articles: sha256,
  /** Fingerprint of the plan itself, the site's posts as they were found included. */
  fingerprint: sha256,
  /** The plan as `plan --json` prints it; for people and machines to read, never applied. */
  plan: z.record(z.string(), z.unknown()),
})

/**
 * A plan kept in a file. It holds no content and no login, only what the plan says and fingerprints of what
 * it was made from; publishing it makes the plan anew and goes on only where that gives the very same.
 */
export type PlanFile = z.output<typeof schema>

/**
 * Writes a plan file.
 *
 * @param file as it was typed; it may lie outside the project
 * @throws WriteError (usage) where it cannot be written
 */
export function writePlanFile(
  project: Project,
  file: string,
  plan: Omit<PlanFile, 'format' | 'version'>,
): void {
  const document: PlanFile = { format: 'rensai-plan', version: VERSION, ...plan }
  writeNamedFile(project, file, `${JSON.stringify(document, undefined, 2)}\n`)
}

/**
 * Reads a plan file.
 *
 * @throws UserError (usage) where it is missing, is no plan file, or is of another version
 */
export async function readPlanFile(file: string): Promise<PlanFile> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw notPlan(say`There is no plan at ${file}.`, cause)
  })
  const json = parseJson(text)
  const version = z.object({ format: z.literal('rensai-plan'), version: z.unknown() }).safeParse(json)
  if (version.success && version.data.version !== VERSION) {
    throw notPlan(
      say`${file} is a plan of version ${String(version.data.version)}; this program applies version ${VERSION}.`,
    )
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw notPlan(
    issue === undefined || issue.path.length === 0
      ? say`${file} is not a plan that Rensai wrote.`
      : say`${file} is not a plan that Rensai wrote (${issue.path.join('.')}).`,
    parsed.error,
  )
}

function notPlan(message: string, cause?: unknown): UserError {
  return new UserError(message, {
    advice: say`Make one with: ${commandLine('plan --out plan.json')}`,
    exitCode: ExitCode.usage,
    cause,
  })
}

/** @throws UserError (stopped) where the plan was made for another site, or from other articles */
export function assertMadeFrom(planned: PlanFile, now: { site: string; articles: string }): void {
  if (planned.site !== now.site) {
    throw stale(say`The plan was made for ${planned.site}, not for ${now.site}.`)
  }
  if (planned.articles !== now.articles) throw stale(say`The articles have changed since the plan was made.`)
}

/** @throws UserError (stopped) where the plan would do something else than it says */
export function assertSamePlan(planned: PlanFile, fingerprint: string): void {
  if (planned.fingerprint === fingerprint) return
  throw stale(say`The site has changed since the plan was made, or the time of a scheduled article has come.`)
}

function stale(message: string): UserError {
  return new UserError(joinSentences(message, say`Nothing was sent.`), {
    advice: say`Make the plan anew, look at it, and publish that: ${commandLine('plan --out plan.json')}`,
    exitCode: ExitCode.stopped,
  })
}
