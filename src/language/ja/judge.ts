import type { Catalogue } from '../catalogue.ts'

export const judge = {
  'What an earlier run rendered of {1} is there no more.':
    '以前の実行で変換した {1} の内容がなくなっています。',
  'Run the command again; all articles are then rendered anew.':
    'もう一度実行してください。すべての記事を変換し直します。',
} as const satisfies Catalogue
