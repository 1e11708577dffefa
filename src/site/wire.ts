import { decodeHTML } from 'entities'
import * as z from 'zod'
import { say } from '../language/say.ts'
import { decodeSlug } from '../posts/slugs.ts'
import { SiteError } from './errors.ts'
import type { Attachment, RemoteTerm, RemoteUser, RevisionFacts, SiteFacts, UserName } from './types.ts'

/**
 * WordPress's wire shapes (snake_case) and their decoding into our nouns; posts are in post-wire.ts. Only fields
 * we use are named; plugins add others freely.
 */
const wireTerm = z.object({
  id: z.number(),
  name: z.string(),
  slug: z.string(),
  taxonomy: z.enum(['category', 'post_tag']),
  parent: z.number().default(0),
})

export const TERM_FIELDS = Object.keys(wireTerm.shape).join(',')

/** Decodes a term; WordPress stores and returns names with HTML entities. */
export function decodeTerm(body: unknown): RemoteTerm {
  const { name, slug, ...term } = decode(wireTerm, body, say`a term`)
  return { ...term, name: decodeHTML(name), slug: decodeSlug(slug) }
}

const wireMedia = z.object({
  id: z.number(),
  slug: z.string(),
  // False where the attachment has no file (wp_get_attachment_url).
  source_url: z.string().catch(''),
  alt_text: z.string(),
  caption: z.object({ raw: z.string().default('') }).optional(),
  author: z.number().default(0),
  media_details: z.looseObject({ filesize: z.number().optional() }).catch({}).optional(),
  missing_image_sizes: z.array(z.string()).optional().catch(undefined),
})

export const MEDIA_FIELDS = Object.keys(wireMedia.shape).join(',')

/** Decodes an attachment; its caption can be read only with `context=edit`. */
export function decodeAttachment(body: unknown): Attachment {
  const media = decode(wireMedia, body, say`an attachment`)
  return {
    id: media.id,
    slug: media.slug,
    url: media.source_url,
    alt: decodeHTML(media.alt_text),
    caption: decodeHTML(media.caption?.raw ?? ''),
    author: media.author,
    bytes: media.media_details?.filesize,
    lacksSizes: (media.missing_image_sizes ?? []).length > 0,
  }
}

const wireFiles = z.object({
  source_url: z.string().catch(''),
  media_details: z
    .looseObject({
      original_image: z.string().optional(),
      sizes: z.record(z.string(), z.looseObject({ source_url: z.string().optional() })).catch({}),
    })
    .catch({ sizes: {} }),
})

/** Addresses of all files of an attachment: as it is shown, as it was uploaded, and in every size. */
export function decodeFiles(body: unknown): string[] {
  const { source_url: url, media_details: details } = decode(wireFiles, body, say`an attachment`)
  const original =
    details.original_image === undefined ? [] : [url.replace(/[^/]*$/, '') + details.original_image]
  return [url, ...original, ...Object.values(details.sizes).flatMap(({ source_url }) => source_url ?? [])]
}

const wireRevision = z.object({ slug: z.string(), author: z.number(), modified_gmt: z.string() })

export const REVISION_FIELDS = Object.keys(wireRevision.shape).join(',')

/** Decodes a revision as far as telling who made it. */
export function decodeRevision(body: unknown): RevisionFacts {
  const { slug, author, modified_gmt } = decode(wireRevision, body, say`a revision`)
  return { author, modifiedGmt: modified_gmt, isAutosave: slug.includes('autosave') }
}

/** Decodes the name of a user. */
export function decodeUserName(body: unknown): string {
  return decodeHTML(decode(z.object({ name: z.string() }), body, say`a user`).name)
}

const wireUser = z.object({
  id: z.number(),
  name: z.string(),
  capabilities: z.record(z.string(), z.unknown()),
})

/** Decodes the answer of `users/me?context=edit`. */
export function decodeUser(body: unknown): RemoteUser {
  const { id, name, capabilities } = decode(wireUser, body, say`the user`)
  const granted = Object.entries(capabilities).flatMap(([capability, value]) =>
    value === true ? [capability] : [],
  )
  return { id, name, capabilities: new Set(granted) }
}

const wireTypes = z.record(
  z.string(),
  z.object({ slug: z.string(), rest_base: z.string(), rest_namespace: z.string().default('wp/v2') }),
)

/** Decodes the types of posts, each with the route of its items; those that lie below an item of another are left out. */
export function decodeTypes(body: unknown): { readonly kind: string; readonly route: string }[] {
  const types = Object.values(decode(wireTypes, body, say`the types of posts`))
  return types.flatMap(({ slug, rest_base, rest_namespace }) =>
    rest_base.includes('(') ? [] : [{ kind: slug, route: `/${rest_namespace}/${rest_base}` }],
  )
}

const wireName = z.object({ id: z.number(), name: z.string(), slug: z.string() })

/** Decodes a user as others see it: id, and what it is called. */
export function decodeName(body: unknown): [number, UserName] {
  const { id, name, slug } = decode(wireName, body, say`a user`)
  return [id, { name: decodeHTML(name), slug }]
}

const wireRoot = z.object({
  url: z.string(),
  home: z.string().optional(),
  timezone_string: z.string().default(''),
  gmt_offset: z.union([z.number(), z.string()]).default(0),
  namespaces: z.array(z.string()),
  // PHP writes an empty map as a list.
  authentication: z.unknown(),
  routes: z.unknown().optional(),
})

/** The size of batches, as the schema of the route tells it (WP_REST_Server::get_max_batch_size): 25, unless a plugin changes it. */
const wireBatch = z.object({
  '/batch/v1': z.object({
    endpoints: z.tuple([z.object({ args: z.object({ requests: z.object({ maxItems: z.int().min(1) }) }) })]),
  }),
})

/** The `_fields` to ask the index for, which is 200 kB otherwise; a part of a field is named behind a dot. */
export const ROOT_FIELDS = Object.keys(wireRoot.shape)
  .join(',')
  .replace(/\broutes$/, 'routes./batch/v1')

/** Decodes the index of the REST API; `undefined` where it is some other JSON. */
export function decodeRoot(body: unknown): SiteFacts | undefined {
  const parsed = wireRoot.safeParse(body)
  if (!parsed.success || !parsed.data.namespaces.includes('wp/v2')) return undefined
  const { url, home, timezone_string, gmt_offset, authentication, routes } = parsed.data
  const batch = wireBatch.safeParse(routes).data
  return {
    home: (home ?? url).replace(/\/+$/, ''),
    timezone: timezone_string,
    gmtOffset: Number(gmt_offset),
    hasApplicationPasswords: Object.keys(authentication ?? {}).includes('application-passwords'),
    mostTogether: batch?.['/batch/v1'].endpoints[0].args.requests.maxItems ?? 1,
  }
}

const wireResponses = z.object({
  responses: z.array(z.object({ status: z.int().min(200).max(599), body: z.unknown() })),
})

/**
 * Decodes the answers to the writes of a batch.
 *
 * @param length how many there are
 */
export function decodeBatch(
  body: unknown,
  length: number,
): { readonly status: number; readonly body?: unknown }[] {
  const schema = wireResponses.refine(({ responses }) => responses.length === length, {
    path: ['responses'],
    message: `are not ${length}`,
  })
  return decode(schema, body, say`that to a batch`).responses
}

/** Decodes a list with the decoder of its items. */
export function decodeList<T>(body: unknown, decodeItem: (item: unknown) => T): T[] {
  return decode(z.array(z.unknown()), body, say`a list`).map(decodeItem)
}

/** @throws SiteError where the answer has another shape */
export function decode<T extends z.ZodType>(schema: T, body: unknown, what: string): z.output<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new SiteError(
    say`The site's answer is not ${what} as WordPress describes it: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
    {
      status: 200,
      advice: say`A plugin may change the REST API; try with plugins switched off.`,
      cause: parsed.error,
    },
  )
}
