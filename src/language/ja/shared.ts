import type { Catalogue } from '../catalogue.ts'

export const shared = {
  error: 'エラー',
  warning: '警告',
  category: 'カテゴリー',
  tag: 'タグ',
  picture: '画像',
  post: '投稿',
  'a picture': '画像',
  'user {1}': 'ユーザー {1}',
  '{1}.': '{1}。',
  'Nothing was written.': '何も書き込んでいません。',
  'To take it back: {1}': '元に戻すには: {1}',
} as const satisfies Catalogue
