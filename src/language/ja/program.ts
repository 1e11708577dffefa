import type { Catalogue } from '../catalogue.ts'

export const program = {
  'Interrupted. Nothing was changed.': '中断しました。何も変更していません。',
  'Interrupted. Run the command again; it goes on from what is there.':
    '中断しました。もう一度実行すると、続きから再開します。',
  'language of messages; that of the environment by default': 'メッセージの言語。指定がなければ環境の言語',
} as const satisfies Catalogue
