import type { Catalogue } from '../catalogue.ts'

export const content = {
  'block {1} at the beginning': '先頭のブロック {1}',
  'block {1} "{2}"': 'ブロック {1}「{2}」',
  'block {1} after "{2}"': '「{2}」の後のブロック {1}',
  '{1} of {2} at the beginning': '先頭の {2} の {1}',
  '{1} of {2} "{3}"': '{2}「{3}」の {1}',
  '{1} of {2} after "{3}"': '「{3}」の後の {2} の {1}',
} as const satisfies Catalogue
