import type { Catalogue } from '../catalogue.ts'

export const judge = {
  'What an earlier run rendered of {1} is there no more.':
    '以前の実行で変換した {1} の内容がなくなっています。',
  'Run the command again; it is then rendered anew.': 'もう一度実行してください。その記事を変換し直します。',
} as const satisfies Catalogue
