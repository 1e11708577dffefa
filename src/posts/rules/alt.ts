import { say } from '../../language/say.ts'
import { htmlTags } from '../../standards/html-tags.ts'
import type { ContentRule, Finding } from '../rule.ts'

export const imageAlt: ContentRule = {
  id: 'image-alt',
  severity: 'warn',
  summary: say`Every picture says in words what it shows.`,
  begin(_draft, _context, report) {
    const judge = (alt: string | null | undefined, place: Finding['place']): void => {
      if (alt?.trim()) return
      report({
        reason: say`This picture has no alternative text.`,
        place,
        note: say`Say between the brackets what it shows, for readers who do not see it and for search engines.`,
      })
    }
    return {
      image: ({ alt, position }) => judge(alt, position),
      imageReference: ({ alt, position }) => judge(alt, position),
      html({ value, position }) {
        // An empty alt in HTML was written on purpose: the picture is decoration.
        for (const { name, isEnd, attributes } of htmlTags(value)) {
          if (name !== 'img' || isEnd || attributes.some((attribute) => attribute.name === 'alt')) continue
          report({
            reason: say`This picture in HTML has no alternative text.`,
            place: position,
            note: say`Add alt="..." with what it shows, or alt="" where it only decorates.`,
          })
        }
      },
    }
  },
}
