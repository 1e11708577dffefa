import type { Catalogue } from '../catalogue.ts'

export const commands = {
  'There is no terminal to ask at.': '確認に答えるための端末がありません。',
  'Look at what was shown, then run the command again with --yes.':
    '表示された内容を確かめてから、--yes を付けてもう一度実行してください。',
} as const satisfies Catalogue
