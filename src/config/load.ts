import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type * as z from 'zod'
import { ExitCode, UserError } from '../errors.ts'
import { decodeText } from '../files/text-encoding.ts'
import { spokenLanguage } from '../language/language.ts'
import { say } from '../language/say.ts'
import { configError, schemaError } from './errors.ts'
import { settingsSchema } from './settings-schema.ts'
import { isTimezone, timezoneMeant } from './timezone.ts'
import type { Config } from './types.ts'
import { withoutTrust } from './untrusted.ts'

/**
 * Reads wp.config.json and fills in the defaults.
 *
 * @param file path of the configuration, absolute or relative to the working directory
 * @param untrusted whether somebody else wrote the project; see withoutTrust
 * @throws UserError (usage) where it is missing, is not UTF-8 or JSON, or breaks the schema; with line and column
 */
export async function loadConfig(
  file: string,
  { untrusted = false }: { readonly untrusted?: boolean } = {},
): Promise<Config> {
  const absolute = path.resolve(file)
  const shown = path.relative(process.cwd(), absolute) || absolute
  const bytes = await readFile(absolute).catch((cause: unknown) => {
    throw new UserError(say`There is no configuration at ${shown}.`, {
      advice: say`Run the command in the folder of wp.config.json, or name it with --config <path>.`,
      exitCode: ExitCode.usage,
      cause,
    })
  })
  const text = await decodeText(bytes, shown)

  const syntax: ParseError[] = []
  const tree = parseTree(text, syntax, { allowTrailingComma: true })
  const [broken] = syntax
  if (broken !== undefined || tree === undefined) {
    const offset = broken?.offset ?? 0
    const reason = broken === undefined || text.trim() === '' ? say`it is empty` : syntaxReason(broken)
    throw configError(
      shown,
      text,
      offset,
      say`not valid JSON: ${reason}`,
      say`Mend the syntax at this place.`,
    )
  }

  // Compiling a parser takes longer than it saves for one object.
  const parsed = settingsSchema.safeParse(toValue(tree), { jitless: true, ...(await objections()) })
  if (!parsed.success) {
    const { issues } = parsed.error
    // A misspelt key explains the one that is missing.
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
    if (issue === undefined) throw parsed.error
    throw schemaError(shown, text, tree, issue)
  }
  const config = toConfig(parsed.data, absolute, shown)
  return untrusted ? withoutTrust(config) : config
}

/** What the parser stumbled over, in words for whoever wrote it. */
function syntaxReason({ error }: ParseError): string {
  switch (printParseErrorCode(error)) {
    case 'InvalidSymbol':
      return say`nothing but texts in double quotes, numbers, true, false and null can be a value or a key`
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return say`the number is incomplete`
    case 'PropertyNameExpected':
      return say`a key in double quotes is missing`
    case 'ValueExpected':
      return say`a value is missing`
    case 'ColonExpected':
      return say`a ":" is missing`
    case 'CommaExpected':
      return say`a "," is missing`
    case 'CloseBraceExpected':
      return say`a "}" is missing`
    case 'CloseBracketExpected':
      return say`a "]" is missing`
    case 'EndOfFileExpected':
      return say`something follows behind the end`
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return say`the comment has no end`
    case 'UnexpectedEndOfString':
      return say`the text has no closing quotation mark`
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return say`the text holds an escape sequence that JSON does not have`
    case 'InvalidCharacter':
      return say`the text holds a tab or another control character`
    default:
      return say`it cannot be read from here on`
  }
}

/** What zod says in the language of the process; in English that is what it says anyway. */
async function objections(): Promise<{ error?: z.core.$ZodErrorMap }> {
  if (spokenLanguage() !== 'ja') return {}
  const { default: japanese } = await import('zod/v4/locales/ja.js')
  return { error: japanese().localeError }
}

/**
 * The configuration that a wp.config.json with these settings would be.
 *
 * @param file absolute path of that file, which need not be there
 * @throws ZodError where they break the schema; UserError (usage) as `loadConfig`
 */
export function readConfigOf(settings: unknown, file: string): Config {
  return toConfig(settingsSchema.parse(settings, { jitless: true }), file, path.basename(file))
}

function toConfig(parsed: z.output<typeof settingsSchema>, file: string, shown: string): Config {
  assertTimezone(parsed.site.timezone, shown)
  assertPattern(parsed.slug.pattern, shown)
  assertMath(parsed, shown)
  const { $schema: _, ...settings } = parsed
  return { ...settings, root: path.dirname(file), file }
}

/** The value of a tree. A key `__proto__` is one like every other, which jsonc-parser's own `getNodeValue` would obey. */
function toValue({ type, value, children = [] }: Node): unknown {
  if (type === 'array') return children.map(toValue)
  if (type !== 'object') return value
  return Object.fromEntries(
    children.flatMap(({ children: [key, content] = [] }) =>
      key === undefined || content === undefined ? [] : [[key.value, toValue(content)]],
    ),
  )
}

function assertTimezone(timezone: string, file: string): void {
  if (isTimezone(timezone)) return
  const meant = timezoneMeant(timezone)
  throw new UserError(say`${file}: site.timezone "${timezone}" is not a time zone.`, {
    advice:
      meant === undefined
        ? say`Use an IANA name such as "Asia/Tokyo" or "UTC".`
        : say`Use its IANA name, which is probably "${meant}".`,
    exitCode: ExitCode.usage,
  })
}

/** In plain HTML WordPress parts a paragraph wherever MathML stands in it (wpautop). */
function assertMath({ math, format }: Pick<Config, 'math' | 'format'>, file: string): void {
  if (math !== 'core' || format === 'blocks') return
  throw new UserError(say`${file}: math "core" needs the format "blocks".`, {
    advice: say`WordPress takes formulas in plain HTML out of their line; choose "delimiters" or "none".`,
    exitCode: ExitCode.usage,
  })
}

function assertPattern(pattern: string, file: string): void {
  try {
    new RegExp(pattern, 'u')
  } catch (cause) {
    throw new UserError(say`${file}: slug.pattern is not a regular expression.`, {
      advice: say`Mend it, or remove it to get the default: lower-case words joined by "-".`,
      exitCode: ExitCode.usage,
      cause,
    })
  }
}
