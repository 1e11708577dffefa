import type { Catalogue } from '../catalogue.ts'

export const fields = {
  'the user "{1}"': 'ユーザー「{1}」',
  'the featured picture': 'アイキャッチ画像',
  'attachment {1}': '添付ファイル {1}',
  yes: 'はい',
  no: 'いいえ',
  'term {1}': 'ターム {1}',
} as const satisfies Catalogue
