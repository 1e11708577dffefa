import { findNodeAtLocation, type Node } from 'jsonc-parser'
import type { $ZodIssue } from 'zod/v4/core'
import { ExitCode, UserError } from '../errors.ts'
import { listEither, listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { closest } from '../limits/closest.ts'
import { own } from '../standards/own.ts'
import { settingsSchema } from './settings-schema.ts'

/** A problem at `offset` of the configuration's text, as `file:line:column: reason`. */
export function configError(
  file: string,
  text: string,
  offset: number,
  reason: string,
  advice: string,
): UserError {
  const before = text.slice(0, offset).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  const place = `${file}:${before.length}:${column}`
  return new UserError(`${place}: ${say`${reason}.`}`, { advice, exitCode: ExitCode.usage })
}

/** Says what the schema objects to, where it stands, and what was probably meant. */
export function schemaError(file: string, text: string, tree: Node, issue: $ZodIssue): UserError {
  return configError(file, text, placeOfIssue(tree, issue), issueReason(issue), issueAdvice(issue))
}

function placeOfIssue(tree: Node, issue: $ZodIssue): number {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const keys = [...issue.path, ...unknownKey].map((key) => (typeof key === 'number' ? key : String(key)))
  const exact = findNodeAtLocation(tree, keys)
  const nearest = exact ?? findNodeAtLocation(tree, keys.slice(0, -1)) ?? tree
  return unknownKey.length > 0 ? (nearest.parent?.offset ?? nearest.offset) : nearest.offset
}

function issueReason(issue: $ZodIssue): string {
  const at = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return at === '' ? say`unknown key "${key}"` : say`unknown key "${key}" in ${at}`
  }
  return `${at === '' ? say`the configuration` : at}: ${issue.message}`
}

function issueAdvice(issue: $ZodIssue): string {
  if (issue.code !== 'unrecognized_keys')
    return say`docs/configuration.md lists every key, its type and its default.`
  const known = knownKeys(issue.path)
  const key = issue.keys[0] ?? ''
  const homes = holdersOf(key, settingsSchema)
  if (homes.length > 0 && !homes.includes('')) {
    const example = `{ "${homes[0]}": { "${key}": ... } }`
    return say`It belongs into ${listEither(homes.map((name) => say`"${name}"`))}: ${example}.`
  }
  if (homes.length > 0) return say`It belongs to the top of the file, outside of "${issue.path.join('.')}".`
  const near = closest(key, known, key.length < 4 ? 1 : 3)
  return near === undefined ? say`Known keys here: ${listItems(known)}.` : say`Did you mean "${near}"?`
}

function knownKeys(at: readonly PropertyKey[]): string[] {
  let schema: unknown = settingsSchema
  for (const key of at) schema = childSchema(schema, key)
  return Object.keys(shapeOf(schema) ?? {})
}

/** The keys at the top whose values may have a key of that name; `''` where the top itself has it. */
function holdersOf(key: string, schema: unknown): string[] {
  const top = shapeOf(schema) ?? {}
  const holders = Object.keys(top).filter((name) => own(shapeOf(own(top, name)), key) !== undefined)
  return own(top, key) === undefined ? holders : ['', ...holders]
}

function childSchema(schema: unknown, key: PropertyKey): unknown {
  if (typeof key === 'number') return definition(schema).element
  // Names of an author's choice have no schema each.
  return own(shapeOf(schema), String(key)) ?? definition(schema).catchall
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  return definition(schema).shape as Record<string, unknown> | undefined
}

/** The definition below defaults, optionals and transforms, which zod nests as `innerType` and `in`. */
function definition(schema: unknown): Record<string, unknown> {
  const def = (schema as { def?: Record<string, unknown> } | undefined)?.def ?? {}
  const nested = def.innerType ?? def.in
  return nested === undefined ? def : definition(nested)
}
