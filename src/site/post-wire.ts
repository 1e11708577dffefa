import * as z from 'zod'
import { joinHookedEnds } from '../content/additions/hooked-blocks.ts'
import { REVISED_FIELDS } from '../fields/groups.ts'
import {
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  type RevisedName,
  type StoredFields,
} from '../fields/registry.ts'
import { say } from '../language/say.ts'
import { parseJson } from '../standards/json.ts'
import { own } from '../standards/own.ts'
import { assertCharacters } from './assert-characters.ts'
import type { LightPost, PostFields, RemotePost, Revision } from './types.ts'
import { decode } from './wire.ts'

/** What is no field, and can change without anybody saving the post. */
const ADDRESSED = {
  id: z.number(),
  modified_gmt: z.string().nullable(),
  link: z.string(),
  permalink_template: z.string().optional(),
}

/** Posts and their revisions on the wire: what the records of the fields say, and what is no field. */
const wirePost = z.object({
  ...ADDRESSED,
  // The types of blocks that are hooked to the post itself, as JSON (WordPress 7.0, insert_hooked_blocks_into_rest_response).
  'meta._wp_ignored_hooked_blocks': z.string().optional().catch(undefined),
  ...schemasOf(FIELD_NAMES),
})

/** The contents are left out, for which WordPress takes longer than for all the rest. */
const LIGHT_NAMES = FIELD_NAMES.filter((name) => name !== 'content')

const wireLight = z.object({ ...ADDRESSED, ...schemasOf(LIGHT_NAMES) })

const wireVersion = z.object({
  id: z.number(),
  slug: z.string(),
  date: z.string(),
  author: z.number().default(0),
  ...schemasOf(REVISED_FIELDS),
})

/** `any` would leave out the trash, and a post in the trash would be taken for one that never existed. */
export const STATUSES = ['publish', 'future', 'draft', 'pending', 'private', 'trash'] as const
export const EVERY_STATUS = STATUSES.join(',')

/** The `_fields` to ask for, so that a site's answers stay small. */
export const POST_FIELDS = listAsked(wirePost.shape)
/** The same of what {@link decodeLight} decodes. */
export const LIGHT_FIELDS = listAsked(wireLight.shape)
/**
 * The same of posts with the status `publish`, whose link says all that their template does: WordPress takes a third of the
 * time of all the others for the template (get_sample_permalink).
 */
export const PUBLISHED_FIELDS = listAsked(wireLight.omit({ permalink_template: true }).shape)

/** Revisions know no parts of a field (WP_REST_Revisions_Controller::prepare_item_for_response of 6.1). */
export const VERSION_FIELDS = Object.keys(wireVersion.shape).join(',')

/** Decodes a post asked for with `context=edit`. */
export function decodePost(body: unknown): RemotePost {
  const post = decode(wirePost, atPaths(wirePost, body), say`a post`)
  const values = byName(post, FIELD_NAMES) as StoredFields
  const hooked = readTypes(post['meta._wp_ignored_hooked_blocks'])
  return {
    ...factsOf(post),
    ...values,
    content: joinHookedEnds(values.content, hooked),
  }
}

/** Decodes a post of which only the `LIGHT_FIELDS` were asked for. */
export function decodeLight(body: unknown): LightPost {
  const post = decode(wireLight, atPaths(wireLight, body), say`a post`)
  const values = byName(post, LIGHT_NAMES) as Omit<StoredFields, 'content'>
  return { ...factsOf(post), ...values }
}

/** What is no field, by our names. */
function factsOf(post: {
  id: number
  modified_gmt: string | null
  link: string
  permalink_template?: string | undefined
}): Pick<RemotePost, 'id' | 'modifiedGmt' | 'link' | 'permalinkTemplate'> {
  return {
    id: post.id,
    modifiedGmt: post.modified_gmt ?? '',
    link: post.link,
    permalinkTemplate: post.permalink_template ?? post.link,
  }
}

function readTypes(json = '[]'): string[] {
  const types = parseJson(json)
  const list = Array.isArray(types) ? types : isRecord(types) ? Object.values(types) : []
  return list.filter((type) => typeof type === 'string')
}

/** Decodes a revision asked for with `context=edit`; `undefined` for an autosave, which was never saved as the post. */
export function decodeVersion(body: unknown): Revision | undefined {
  const version = decode(wireVersion, atPaths(wireVersion, body), say`a revision`)
  const { id, slug, date, author } = version
  if (slug.includes('-autosave-')) return undefined
  return { id, date, author, ...(byName(version, REVISED_FIELDS) as Pick<StoredFields, RevisedName>) }
}

/**
 * What to send for the fields that are given.
 *
 * @param name of the post, for people
 * @throws UserError (content) where a field holds a noncharacter
 */
export function encodePost(fields: PostFields, name: string): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  assertCharacters(fields, name)
  for (const name of FIELD_NAMES) {
    if (fields[name] !== undefined) setAt(body, FIELDS[name].wire.path.split('.'), fields[name])
  }
  return body
}

function listAsked(shape: object): string {
  const asked = new Map(Object.values(FIELDS).map(({ wire }) => [wire.path, wire.ask ?? wire.path]))
  return Object.keys(shape)
    .map((path) => asked.get(path) ?? path)
    .join(',')
}

/** The schemas of fields, by their places on the wire. */
function schemasOf(names: readonly FieldName[]): Record<string, z.ZodType> {
  return Object.fromEntries(names.map((name) => [FIELDS[name].wire.path, FIELDS[name].wire.schema]))
}

function byName(values: Record<string, unknown>, names: readonly FieldName[]): object {
  return Object.fromEntries(names.map((name) => [name, own(values, FIELDS[name].wire.path)]))
}

/** The values of an answer by their places: `meta.footnotes` is what stands in `meta` under `footnotes`. */
function atPaths({ shape }: z.ZodObject, body: unknown): unknown {
  if (!isRecord(body)) return body
  const valueAt = (path: string): unknown =>
    // PHP writes an empty map as a list.
    path.split('.').reduce<unknown>((part, key) => (isRecord(part) ? own(part, key) : undefined), body)
  return Object.fromEntries(Object.keys(shape).map((path) => [path, valueAt(path)]))
}

function setAt(body: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    body[key] = value
    return
  }
  const inner = isRecord(body[key]) ? body[key] : {}
  body[key] = inner
  setAt(inner, rest, value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
