import * as z from 'zod'
import { plainField } from './plain-field.ts'

export const format = plainField({
  key: 'format',
  help: {
    en: 'The post format of WordPress. Default: as it is on the site.',
    ja: '投稿フォーマット。省略するとサイトのままです。',
  },
  // The post formats of WordPress (get_post_format_slugs).
  values: ['standard', 'aside', 'chat', 'gallery', 'link', 'image', 'quote', 'status', 'video', 'audio'],
  schema: z.string().default('standard'),
  read: (text) => text,
  isWorthSaying: (live) => !['standard', ''].includes(live),
})
