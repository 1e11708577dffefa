import type { Image, Parent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Config } from '../../types.ts'
import { findField, textOf } from '../draft.ts'
import type { ImageResult } from '../images.ts'
import type { Finding, Rule } from '../rule.ts'

export const imageUsable: Rule = {
  id: 'image-usable',
  severity: 'error',
  summary: 'Every local picture exists, lies in the project, is a picture, and is not too big.',
  *check({ source, fields }, { images, config }) {
    const results = images.get(source.key)
    const featured = textOf(fields, 'featured_image')
    if (featured !== undefined) {
      const result = results?.get(featured)
      yield* judge(result, findField(fields, 'featured_image')?.valuePlace, config)
    }
    const places: { url: string; place: Finding['place'] }[] = []
    visit(source.tree, ['image', 'definition'], (node) => {
      const { url, position } = node as Image & Parent
      places.push({ url, place: position })
    })
    for (const { url, place } of places) yield* judge(results?.get(url), place, config)
  },
}

function* judge(result: ImageResult | undefined, place: Finding['place'], config: Config): Iterable<Finding> {
  if (result === undefined || result.ok) return
  const { problem, path } = result
  switch (problem.kind) {
    case 'missing':
      yield {
        reason: `There is no picture at ${path}.`,
        place,
        note: 'Paths are relative to the article; mind capital letters and the ending.',
      }
      return
    case 'outside':
      yield {
        reason: `The picture ${path} lies outside the project folder.`,
        place,
        note: 'Copy it into the project; symbolic links that lead out count as outside.',
      }
      return
    case 'unreadable':
      yield {
        reason: `The picture ${path} cannot be read (${problem.code}).`,
        place,
        note: 'Check its permissions.',
      }
      return
    case 'type':
      yield {
        reason:
          problem.found === undefined
            ? `${path} is not a picture, whatever its name says.`
            : `${path} is a ${problem.found.toUpperCase()} picture, which WordPress does not accept.`,
        place,
        note: 'Save it as PNG, JPEG, GIF, WebP or AVIF.',
      }
      return
    case 'too-big':
      yield {
        reason: `${path} has ${problem.size} bytes; the limit is ${config.images.maxBytes}.`,
        place,
        note: 'Make it smaller, or raise images.maxBytes in wp.config.json.',
      }
  }
}
