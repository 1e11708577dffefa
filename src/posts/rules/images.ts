import type { Config } from '../../types.ts'
import { findField, textOf } from '../draft.ts'
import type { ImageResult } from '../images.ts'
import type { ContentRule, Finding } from '../rule.ts'

export const imageUsable: ContentRule = {
  id: 'image-usable',
  severity: 'error',
  summary: 'Every local picture exists, lies in the project, is a picture, and is not too big.',
  begin({ source, fields }, { images, config }, report) {
    const results = images.get(source.key)
    const judge = (url: string, place: Finding['place']): void => {
      const finding = describe(results?.get(url), place, config)
      if (finding !== undefined) report(finding)
    }
    const featured = textOf(fields, 'featured_image')
    if (featured !== undefined) judge(featured, findField(fields, 'featured_image')?.valuePlace)
    return {
      image: ({ url, position }) => judge(url, position),
      definition: ({ url, position }) => judge(url, position),
    }
  },
}

/** A bare address with a blank in it, as remark-spaced-images.ts understands it. */
export const imageBlanks: ContentRule = {
  id: 'image-blanks',
  severity: 'warn',
  summary: 'The address of a picture with blanks in it stands between < and >.',
  begin({ source }, _, report) {
    const text = String(source.file)
    return {
      image({ url, alt, position }) {
        if (!url.includes(' ')) return
        const [start = 0, end = 0] = [position?.start.offset, position?.end.offset]
        const written = text.slice(start, end)
        if (written.includes('](<')) return
        const better = written.replace(`](${url}`, `](<${url}>`)
        report({
          reason: `The address of the picture holds blanks: ${url}`,
          place: position,
          note: `Write ![${alt}](<${url}>); other tools do not show it as a picture.`,
          suggestion: better,
          fix: /^!\[[^\]]*\]\(<[^>]*>[^()]*\)$/.test(better) ? { start, end, text: better } : undefined,
        })
      },
    }
  },
}

function describe(
  result: ImageResult | undefined,
  place: Finding['place'],
  config: Config,
): Finding | undefined {
  if (result === undefined || result.ok) return undefined
  const { problem, path } = result
  switch (problem.kind) {
    case 'missing':
      return {
        reason: `There is no picture at ${path}.`,
        place,
        note: 'Paths are relative to the article; mind capital letters and the ending.',
      }
    case 'outside':
      return {
        reason: `The picture ${path} lies outside the project folder.`,
        place,
        note: 'Copy it into the project; symbolic links that lead out count as outside.',
      }
    case 'unreadable':
      return {
        reason: `The picture ${path} cannot be read (${problem.code}).`,
        place,
        note: 'Check its permissions.',
      }
    case 'type':
      return {
        reason:
          problem.found === undefined
            ? `${path} is not a picture, whatever its name says.`
            : `${path} is a ${problem.found.toUpperCase()} picture, which WordPress does not accept.`,
        place,
        note: 'Save it as PNG, JPEG, GIF, WebP or AVIF.',
      }
    case 'too-big':
      return {
        reason: `${path} has ${problem.size} bytes; the limit is ${config.images.maxBytes}.`,
        place,
        note: 'Make it smaller, or raise images.maxBytes in wp.config.json.',
      }
  }
}
