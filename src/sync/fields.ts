import { toOneSpelling } from '../content/one-spelling.ts'
import { FIELD_NAMES, FIELDS, type FieldName, type LiveFields, mapFields } from '../fields/registry.ts'
import type { PostFields, RemotePost } from '../site/types.ts'
import { rememberLast } from '../standards/remember-last.ts'
import { sha256 } from '../standards/sha256.ts'
import { removeMarker } from './marker.ts'

const LIVE = new WeakMap<RemotePost, LiveFields>()

/** The managed fields of a post as the site has them, the content without its marker; of each post made once. */
export function liveFields(post: RemotePost): LiveFields {
  const known = LIVE.get(post)
  if (known !== undefined) return known
  const live = mapFields<LiveFields>((name) => FIELDS[name].toLive(post[name], { removeMarker }))
  LIVE.set(post, live)
  return live
}

/** A short hash of a field's value, as published posts carry it. */
export function hashField<N extends FieldName>(name: N, value: LiveFields[N] | undefined): string {
  if (name === 'content' && typeof value === 'string') return hashContent(value)
  return hashAnew(name, value)
}

function hashAnew<N extends FieldName>(name: N, value: LiveFields[N] | undefined): string {
  const { canonical } = FIELDS[name]
  return hashValue(value === undefined || canonical === undefined ? value : canonical(value, CONTEXT))
}

const CONTEXT = { toOneSpelling }

/** Contents are hashed many times while a post is compared and written, and take long. */
const hashContent = rememberLast(1024, (content) => hashAnew('content', content))

/**
 * Whether a hash that a marker holds is that of a value. Rensai 0.2 hashed titles, excerpts and contents as they were
 * sent, whatever they mean as HTML, and whatever block markup an author wrote.
 */
export function hasHash<N extends FieldName>(
  name: N,
  value: LiveFields[N] | undefined,
  known: string | undefined,
): boolean {
  return known !== undefined && (known === hashField(name, value) || known === hashValue(value))
}

function hashValue(value: unknown): string {
  return sha256(JSON.stringify(value ?? null)).slice(0, 8)
}

/** The hash of every field that is given. */
export function hashFields(fields: PostFields): Partial<Record<FieldName, string>> {
  const given = FIELD_NAMES.filter((name) => fields[name] !== undefined)
  return Object.fromEntries(given.map((name) => [name, hashField(name, fields[name])]))
}

/** Whether WordPress made one value of the other by itself, as it turns a scheduled post public; nobody edited it. */
export function hasTurned<N extends FieldName>(
  name: N,
  from: LiveFields[N] | undefined,
  to: LiveFields[N] | undefined,
): boolean {
  const { turns } = FIELDS[name]
  return turns !== undefined && from === turns.from && to === turns.to
}
