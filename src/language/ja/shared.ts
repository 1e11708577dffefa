import type { Catalogue } from '../catalogue.ts'

export const shared = {
  error: 'エラー',
  warning: '警告',
  category: 'カテゴリー',
  tag: 'タグ',
  picture: '画像',
  post: '投稿',
  'a picture': '画像',
  place: '場所',
  severity: '重要度',
  'problem and remedy': '問題と対処',
  'user {1}': 'ユーザー {1}',
  '{1}.': '{1}。',
  'Nothing was written.': '何も書き込んでいません。',
  'To take it back: {1}': '元に戻すには: {1}',
  'As --url says.': '--url で指定されたアドレスです。',
  'Reading {1}': '{1} を読み込み中',
  'Starting the embedded WordPress': '内蔵の WordPress を起動中',
  'Ctrl+C stops it; its posts stay.': 'Ctrl+C で停止します。投稿は残ります。',
  '{1} and {2} more': '{1}、ほか {2} 個',
} as const satisfies Catalogue
