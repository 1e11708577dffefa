import { spokenLanguage } from './language.ts'

/** How Japanese counts what the reports count. */
const COUNTERS = {
  address: 'アドレス {} 件',
  article: '記事 {} 件',
  category: 'カテゴリー {} 件',
  error: 'エラー {} 件',
  file: 'ファイル {} 個',
  message: 'メッセージ {} 件',
  name: '名前 {} 件',
  path: 'パス {} 件',
  place: '{} か所',
  post: '投稿 {} 件',
  slug: 'スラッグ {} 件',
  warning: '警告 {} 件',
} as const

export type Counted = keyof typeof COUNTERS

/** "1 article", "2 articles", "2 addresses"; "記事 2 件". */
export function count(amount: number, word: Counted): string {
  if (spokenLanguage() === 'ja') return COUNTERS[word].replace('{}', amount.toLocaleString('ja'))
  return `${amount} ${amount === 1 ? word : plural(word)}`
}

/** The same of words that were said: "3 to create"; "作成 3 件". */
export function amountOf(amount: number, words: string): string {
  return spokenLanguage() === 'ja' ? `${words} ${amount.toLocaleString('ja')} 件` : `${amount} ${words}`
}

function plural(word: string): string {
  return word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}${word.endsWith('s') ? 'es' : 's'}`
}
