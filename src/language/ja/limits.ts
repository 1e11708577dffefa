import type { Catalogue } from '../catalogue.ts'

export const limits = {
  '{1} {2} does not come to an end.': '{1} {2} の照合が終わりません。',
  'Write it without a repetition inside a repetition, such as +(a*).':
    '+(a*) のような、繰り返しの中の繰り返しを使わずに書いてください。',
} as const satisfies Catalogue
