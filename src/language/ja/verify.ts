import type { Catalogue } from '../catalogue.ts'

export const verify = {
  'its status is {1}': '状態が {1}',
  'its address gives no answer': 'アドレスの応答がない',
  'its address answers {1}': 'アドレスの応答が {1}',
  'its address redirects to {1}': 'アドレスが {1} にリダイレクトされる',
  'its page says that its address is {1}': 'ページの示すアドレスが {1}',
  'the picture {1} gives no answer': '画像 {1} の応答がない',
  'the picture {1} answers {2}': '画像 {1} の応答が {2}',
  '{1} is no picture but {2}': '{1} が画像ではなく {2}',
  'the link {1} gives no answer': 'リンク {1} の応答がない',
  'the link {1} answers {2}': 'リンク {1} の応答が {2}',
  'the link {1} names a section that is not there': 'リンク {1} の指す場所がページにない',
} as const satisfies Catalogue
