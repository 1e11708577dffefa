import { withoutAdditions } from '../../content/additions/without-additions.ts'
import { FILTERED_FIELDS } from '../../fields/groups.ts'
import { FIELD_NAMES, FIELDS, type FieldName, type LiveFields } from '../../fields/registry.ts'
import { say } from '../../language/say.ts'
import type { Site } from '../../site/site.ts'
import type { PostFields, RemotePost } from '../../site/types.ts'
import { hasHash, hashField, hashFields, liveFields } from '../fields.ts'
import { type CarriedAnchor, type Marker, removeMarker, writeMarker } from '../marker.ts'
import { isNumbered } from '../numbered-slug.ts'
import { finalPermalink } from '../permalink.ts'
import { resolveFields } from '../resolve.ts'
import type { RunState } from '../run-state.ts'
import { hashSaid } from '../said.ts'
import type { AlteredField, DesiredPost, Result } from '../types.ts'
import { dependsOn, editedMeanwhile, notKept } from './errors.ts'
import { moveSlug, takeBack } from './move-slug.ts'
import { updateOnce } from './update-once.ts'

/**
 * Writes fields of a post with its marker in one request, and compares the answer with what was sent.
 *
 * Where WordPress filters the HTML of the user the marker says so, and a second request records how the texts were
 * stored, if they were stored otherwise. Of a run that dies in between the first revision tells it (read-markers.ts),
 * so that neither what the filter did is taken for an edit, nor an edit for what the filter did.
 *
 * @param read the post as it was read right before
 */
export async function writePost(
  read: RemotePost,
  after: DesiredPost,
  names: readonly FieldName[],
  state: RunState,
  client: Site,
): Promise<Result> {
  const old = state.marker(read)
  const { fields, missing, anchors } = resolveFields(after, state, { content: read.content, marker: old })
  const lacking = missing.filter(
    ({ field }) => names.includes(field) || (field === 'content' && names.includes('footnotes')),
  )
  if (lacking.length > 0) {
    return {
      status: 'skipped',
      error: dependsOn(
        say`"${after.slug}"`,
        lacking.map(({ name }) => name),
      ),
    }
  }

  const before = names.includes('slug') ? await moveSlug(read, after, client) : read
  const sent = Object.fromEntries(names.map((name) => [name, fields[name]])) as PostFields
  const texts = { ...sent, content: sent.content ?? removeMarker(before.content) }
  const marker = {
    ...nextMarker(before, old, after, sent, fields, anchors),
    id: before.id,
    at: client.clock(),
  }
  const first: Marker = state.isFiltered ? { ...marker, isUnchecked: true } : marker
  const stored = await updateOnce(before, { ...sent, content: writeMarker(texts.content, first) }, client)
  const wanted = sent.slug ?? before.slug
  if (stored.slug !== wanted) {
    // What WordPress did not make of it, somebody wrote since the post was read.
    const isRenamed = sent.slug !== undefined || isNumbered(stored.slug, wanted)
    throw isRenamed ? await takeBack(stored, before, after, first, client) : editedMeanwhile(after)
  }
  const altered = listAltered(texts, stored)
  const final =
    altered.length > 0 ? await recordStored(stored, sent, before, old, marker, altered, client) : stored
  state.addPost(after.key, final)
  assertKept(after, sent, before, final)
  const link = finalPermalink(final, final.slug)
  return { status: 'applied', id: final.id, link, ...(altered.length === 0 ? {} : { altered }) }
}

/** What was sent is the new base; so is what the site and the file agree on; the rest stays as it was. */
function nextMarker(
  before: RemotePost,
  old: Marker | undefined,
  after: DesiredPost,
  sent: PostFields,
  desired: PostFields,
  anchors: readonly CarriedAnchor[],
): Marker {
  const live = hashFields(liveFields(before))
  const wanted = hashFields(desired)
  const agreed = FIELD_NAMES.filter((name) => wanted[name] !== undefined && wanted[name] === live[name])
  const isNew = (name: string): boolean => name in sent || agreed.some((other) => other === name)
  const kept = (hashes: Marker['said'] = {}): [string, string][] =>
    Object.entries(hashes).filter(([name]) => !isNew(name))
  const said = Object.entries(hashSaid(after)).filter(([name]) => isNew(name))
  return {
    key: after.key,
    base: {
      ...old?.base,
      ...Object.fromEntries(agreed.map((name) => [name, live[name]])),
      ...hashFields(sent),
    },
    stored: Object.fromEntries(Object.entries(old?.stored ?? {}).filter(([name]) => !(name in sent))),
    said: Object.fromEntries([...kept(old?.said), ...said]),
    anchors: isNew('content') ? anchors : (old?.anchors ?? []),
  }
}

/** The texts that the site stored otherwise than they were sent. */
function listAltered(sent: PostFields, stored: RemotePost): AlteredField[] {
  const live = liveFields(stored)
  return FILTERED_FIELDS.flatMap((name) => {
    const [text, found] = [sent[name], live[name]].map((value) =>
      // What WordPress notes of hooked blocks by itself says nothing of the text.
      value === undefined || name !== 'content' ? value : withoutAdditions(removeMarker(value)),
    )
    return text === undefined || found === undefined || text === found
      ? []
      : [{ name, sent: text, stored: found }]
  })
}

/** Writes the whole marker, with the hash of each text as it was stored, so that it is not taken for an edit. */
async function recordStored(
  post: RemotePost,
  sent: PostFields,
  before: RemotePost,
  old: Marker | undefined,
  marker: Marker,
  altered: readonly AlteredField[],
  client: Site,
): Promise<RemotePost> {
  // A text that was not ours to write, since somebody had edited it, stays an edit.
  const ours = altered.filter(({ name }) => {
    const last = old?.stored[name] ?? old?.base[name]
    return name in sent || hasHash(name, liveFields(before)[name], last)
  })
  const hashes = ours.map(({ name, stored }) => [name, hashField(name, stored)])
  const stored = { ...marker.stored, ...Object.fromEntries(hashes) }
  return await updateOnce(post, { content: writeMarker(post.content, { ...marker, stored }) }, client)
}

/**
 * WordPress drops what it does not know with a 201, so the answer is compared with what was sent; and a field
 * that was not sent tells of an edit at the same moment.
 */
function assertKept(after: DesiredPost, sent: PostFields, before: RemotePost, stored: RemotePost): void {
  const live = liveFields(stored)
  const lost = FIELD_NAMES.filter((name) => isLost(name, sent, live))
  if (lost.length > 0) throw notKept(after, lost)
  const [known, found] = [hashFields(liveFields(before)), hashFields(live)]
  const unsent = FIELD_NAMES.filter((name) => FIELDS[name].isOnlyEdited && !(name in sent))
  if (unsent.some((name) => known[name] !== found[name])) throw editedMeanwhile(after)
}

/** True for a field that was sent and not kept; a text that is filtered may be kept otherwise. */
function isLost<N extends FieldName>(name: N, sent: PostFields, stored: LiveFields): boolean {
  const { isFiltered, isLost = () => false } = FIELDS[name]
  const value = sent[name]
  if (value === undefined) return false
  return isFiltered ? isLost(value, stored[name]) : hashField(name, value) !== hashField(name, stored[name])
}
