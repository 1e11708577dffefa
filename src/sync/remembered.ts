import * as z from 'zod'
import type { Config } from '../config/types.ts'
import { readKeptFile, writeKeptFile } from '../kept-files.ts'
import { sha256 } from '../standards/sha256.ts'

/** A post as this machine remembers it from an earlier run. */
export interface RememberedPost {
  readonly id: number
  readonly slug: string
}

const schema = z.record(z.string(), z.strictObject({ id: z.int().positive(), slug: z.string() }))

/**
 * Which posts this machine knows to have been published from here, by the keys of their articles. A post that was
 * deleted for good leaves no trace on its site, so that nothing else can tell it from one that never was. Where
 * nothing is remembered, as on a fresh clone, nothing is known.
 *
 * @param url of the site
 */
export function readRemembered(
  config: Pick<Config, 'root'>,
  url: string,
): ReadonlyMap<string, RememberedPost> {
  const parsed = schema.safeParse(readKeptFile(config, fileFor(url)))
  return new Map(parsed.success ? Object.entries(parsed.data) : [])
}

/** Keeps what is on the site now, for the next run. */
export function rememberPosts(
  config: Pick<Config, 'root'>,
  url: string,
  posts: ReadonlyMap<string, RememberedPost>,
): void {
  writeKeptFile(config, fileFor(url), Object.fromEntries(posts))
}

function fileFor(url: string): string {
  return `posts/${sha256(url).slice(0, 12)}.json`
}
