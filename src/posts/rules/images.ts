import path from 'node:path'
import type { Config } from '../../config/types.ts'
import { say } from '../../language/say.ts'
import { MOST_PICTURE_BYTES } from '../../limits/sizes.ts'
import { type Draft, findField, textOf } from '../draft.ts'
import type { ImageResult } from '../images.ts'
import { isWebAddress, toLibraryPicture } from '../library-picture.ts'
import type { NearFile } from '../near-file.ts'
import type { ContentRule, Finding, Fix, FolderContext } from '../rule.ts'
import type { SourceHead } from '../types.ts'
import { scalarFix } from '../yaml-scalar.ts'
import { isLocalAddress, LOCAL_ADVICE } from './local-address.ts'

export const imageUsable: ContentRule<FolderContext> = {
  id: 'image-usable',
  severity: 'error',
  summary: say`Every local picture exists, lies in the project, is a picture, and is not too big.`,
  begin({ source }, { images, config }, report) {
    const results = images.get(source.key)
    const judge = (url: string, place: Finding['place'], mend: Mend): void => {
      const finding = describe(results?.get(url), place, source, config, mend)
      if (finding !== undefined) report(finding)
    }
    return {
      image({ url, position }) {
        if (url === '')
          report({ reason: say`The picture has no address.`, place: position, note: NO_ADDRESS })
        judge(url, position, (better) => addressFix(source, position, url, better))
      },
      definition: ({ url, position }) =>
        judge(url, position, (better) => addressFix(source, position, url, better)),
    }
  },
}

/** What keeps the featured picture of an article from being used. */
export function* findFeaturedProblem(
  { source, fields }: Draft,
  { images, config }: FolderContext,
): Iterable<Finding> {
  const url = textOf(fields, 'featured_image')
  const field = findField(fields, 'featured_image')
  if (field === undefined) return
  const { valuePlace: place, key } = field
  if (url === undefined) {
    if (field.value.kind === 'empty') return
    yield { reason: say`"${key}" is not one path.`, place, note: say`Write "${key}: ../images/a.png".` }
    return
  }
  if (isWebAddress(url)) {
    if (toLibraryPicture(url, config.site.url) !== undefined) return
    yield { reason: say`The featured picture is of another site: ${url}`, place, note: DOWNLOAD }
    return
  }
  if (isLocalAddress(url)) {
    yield { reason: say`The featured picture is of your own computer: ${url}`, place, note: LOCAL_ADVICE }
    return
  }
  const result = images.get(source.key)?.get(url)
  const finding = describe(result, field.valuePlace, source, config, (better) =>
    scalarFix(source, field.valuePlace, better),
  )
  if (finding !== undefined) yield finding
}

/** A bare address with a blank in it, as remark-spaced-images.ts understands it. */
export const imageBlanks: ContentRule<FolderContext> = {
  id: 'image-blanks',
  severity: 'warn',
  summary: say`The address of a picture with blanks in it stands between < and >.`,
  begin({ source }, { images }, report) {
    const results = images.get(source.key)
    return {
      image({ url, alt, position }) {
        if (!url.includes(' ')) return
        const written = String(source.file).slice(position?.start.offset, position?.end.offset)
        if (written.includes('](<')) return
        report({
          reason: say`The address of the picture holds blanks: ${url}`,
          place: position,
          note: say`Write ![${alt ?? ''}](<${url}>); other tools do not show it as a picture.`,
          suggestion: `![${alt}](<${url}>)`,
          // The right address comes first, and this one's turn in the next round.
          fix: isMendable(results?.get(url)) ? undefined : addressFix(source, position, url, `<${url}>`),
        })
      },
    }
  },
}

/** True where image-usable writes another address in the same place. */
function isMendable(result: ImageResult | undefined): boolean {
  return result?.ok === false && result.problem.kind === 'missing' && result.problem.near?.sameName === true
}

/** Makes the edit that writes another address in place of the one that was judged. */
type Mend = (better: string) => Fix | undefined

/** Writes another address for a picture; `undefined` where the written one is not found, or more than once. */
function addressFix(
  { file }: SourceHead,
  place: Finding['place'],
  url: string,
  better: string,
): Fix | undefined {
  if (place === undefined || !('start' in place)) return undefined
  const from = place.start.offset ?? 0
  const [before, after, ...more] = String(file).slice(from, place.end.offset).split(url)
  if (before === undefined || after === undefined || more.length > 0) return undefined
  const start = from + before.length
  return { start, end: start + url.length, text: better }
}

/** The address of a file as the author of `url` would write it: from the article or the project, encoded or not. */
function addressOf(target: string, { file }: SourceHead, url: string): string {
  if (url.startsWith('/')) return /%[0-9a-f]{2}/i.test(url) ? encodeURI(`/${target}`) : `/${target}`
  const relative = path.posix.relative(path.posix.dirname(file.path), target)
  const address = url.startsWith('./') && !relative.startsWith('../') ? `./${relative}` : relative
  return /%[0-9a-f]{2}/i.test(url) ? encodeURI(address) : address
}

function describe(
  result: ImageResult | undefined,
  place: Finding['place'],
  source: SourceHead,
  config: Config,
  mend: Mend,
): Finding | undefined {
  if (result === undefined || result.ok) return undefined
  const { problem, path, url } = result
  switch (problem.kind) {
    case 'missing': {
      const { near } = problem
      const better = near === undefined ? undefined : addressOf(near.path, source, url)
      return {
        reason: say`There is no picture at ${path}.`,
        place,
        note:
          near === undefined || better === undefined
            ? url.includes('\\')
              ? BACKSLASH
              : NO_PICTURE
            : nearNote(path, near, better),
        suggestion: better,
        fix: near?.sameName && better !== undefined ? mend(better) : undefined,
      }
    }
    case 'outside':
      return {
        reason: say`The picture ${path} lies outside the project folder.`,
        place,
        note: say`Copy it into the project; symbolic links that lead out count as outside.`,
      }
    case 'unreadable':
      return {
        reason: say`The picture ${path} cannot be read (${problem.code}).`,
        place,
        note: say`Check its permissions.`,
      }
    case 'type':
      return {
        reason:
          problem.found === undefined
            ? say`${path} is not a picture, whatever its name says.`
            : say`${path} is a ${problem.found.toUpperCase()} picture, which WordPress does not accept.`,
        place,
        note: problem.found === 'heic' ? HEIC : say`Save it as PNG, JPEG, GIF, WebP or AVIF.`,
      }
    case 'too-big':
      return {
        reason:
          problem.size > MOST_PICTURE_BYTES
            ? say`${path} has ${problem.size} bytes; more than ${MOST_PICTURE_BYTES} are not read.`
            : say`${path} has ${problem.size} bytes; the limit is ${config.images.maxBytes}.`,
        place,
        note:
          problem.size > MOST_PICTURE_BYTES
            ? say`Make it smaller.`
            : say`Save it as JPEG or WebP, or smaller; or raise images.maxBytes in wp.config.json.`,
      }
  }
}

const NO_PICTURE = say`Paths begin at the article, with a slash at the project folder; mind capital letters and the ending.`

const BACKSLASH = say`Write paths with "/", also on Windows: ../images/a.png.`

const HEIC = say`Save it as JPEG: in Preview (Mac) or Photos (Windows), or by "sips -s format jpeg a.heic --out a.jpg". An iPhone takes JPEG with Settings > Camera > Formats > Most Compatible.`

const NO_ADDRESS = say`Write the path of its file between the brackets.`

const DOWNLOAD = say`Download it into the project, and name its file; it is uploaded once and found again by its bytes.`

function nearNote(missing: string, near: NearFile, better: string): string {
  if (!near.sameName || near.isFurtherUp === true) return say`Did you mean "${better}"?`
  return near.path.normalize('NFC') === missing.normalize('NFC')
    ? say`Did you mean "${better}"? It looks the same, but is another Unicode form: macOS writes names in NFD.`
    : say`Did you mean "${better}"? On the site's server capital letters count.`
}
