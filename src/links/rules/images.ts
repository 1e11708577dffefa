import type { RuleInfo } from '../../posts/rule.ts'

/** Judged by check-pictures.ts, since it needs the folders of pictures and not only the articles. */
export const imageUnused: RuleInfo = {
  id: 'image-unused',
  severity: 'off',
  summary: 'An article shows every picture of the folders that articles take pictures from.',
}
