import type { Catalogue } from '../catalogue.ts'

export const program = {
  'Interrupted. Nothing was changed.': '中断しました。何も変更していません。',
  'Interrupted. Run the command again; it goes on from what is there.':
    '中断しました。もう一度実行すると、続きから再開します。',
  'language of messages; of ja only the rules are there yet':
    'メッセージの言語。日本語 (ja) は、いまのところルールの文だけ',
} as const satisfies Catalogue
