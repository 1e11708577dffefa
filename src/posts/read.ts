import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import type { Config } from '../config/types.ts'
import type { ForeignText } from '../files/text-encoding.ts'
import { say } from '../language/say.ts'
import { bounded, ExcessError } from '../limits/bounded.ts'
import { MOST_ARTICLE_BYTES } from '../limits/sizes.ts'
import { articleKey, openArticle } from './articles.ts'
import { fieldsOf } from './fields-of.ts'
import { readFrontMatter } from './front-matter.ts'
import { parseBody } from './parse-body.ts'
import { excessOf, reportExcess } from './report-excess.ts'
import type { SourcePost } from './types.ts'

/**
 * Splits and parses one article. One that is beyond the limits (`limits/sizes.ts`) is not readable, and says so.
 *
 * @param name path below the posts folder, `/`-separated
 * @param text the whole file
 * @param milliseconds that parsing may take
 */
export function parsePost(name: string, text: string, config: Config, milliseconds?: number): SourcePost {
  const file = openArticle(name, text, config)
  const key = articleKey(name, config)
  if (Buffer.byteLength(text) > MOST_ARTICLE_BYTES) {
    reportExcess(file, {
      reason: say`The article is larger than ${MOST_ARTICLE_BYTES.toLocaleString('en')} bytes.`,
      note: say`Split it into several articles, and show pictures by their files.`,
    })
    return unreadable(key, file)
  }
  try {
    return bounded(() => parse(key, file, config), milliseconds)
  } catch (error) {
    if (!(error instanceof ExcessError)) throw error
    reportExcess(file, excessOf(error))
    return unreadable(key, file)
  }
}

/**
 * An article whose bytes are no text: it says so, and nothing else.
 *
 * @param text what is made of them as UTF-8, for its message to stand on
 */
export function foreignPost(
  name: string,
  text: string,
  { reason, note }: ForeignText,
  config: Config,
): SourcePost {
  const file = openArticle(name, text, config)
  const at = Math.max(0, String(file).indexOf('\uFFFD'))
  const place = location(file).toPoint(at)
  reportExcess(file, { reason: say`The article ${reason}.`, note, ...(place && { place }) })
  return unreadable(articleKey(name, config), file)
}

function parse(key: string, file: VFile, config: Config): SourcePost {
  const value = String(file)
  const { isArticle, yaml, bodyOffset } = readFrontMatter(file, config)
  // Blanks in place of the front matter keep every position in the tree that of the whole file.
  const body = value.slice(0, bodyOffset).replace(/[^\r\n]/g, ' ') + value.slice(bodyOffset)
  const tree = parseBody(body, file, config)
  const fields = fieldsOf(key, file, yaml, config)
  return { isArticle, key, file, fields, unreadable: yaml === undefined, yaml, bodyOffset, tree }
}

function unreadable(key: string, file: VFile): SourcePost {
  return {
    isArticle: true,
    key,
    file,
    fields: [],
    unreadable: true,
    yaml: undefined,
    bodyOffset: 0,
    tree: { type: 'root', children: [] },
  }
}
