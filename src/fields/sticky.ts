import * as z from 'zod'
import { plainField } from './plain-field.ts'

export const sticky = plainField({
  key: 'sticky',
  help: {
    en: 'Whether the post stays on top of the blog. Default: as it is on the site.',
    ja: 'ブログの先頭に固定するか。省略するとサイトのままです。',
  },
  values: ['true', 'false'],
  schema: z.boolean().default(false),
  read: (text) => text === 'true',
  isWorthSaying: (isSticky) => isSticky,
})
