import * as z from 'zod'
import { plainField } from './plain-field.ts'

export const commentStatus = plainField({
  key: 'comment_status',
  help: {
    en: 'Whether comments are `open` or `closed`. Default: as it is on the site.',
    ja: 'コメントを受け付ける (`open`) か (`closed`)。省略するとサイトのままです。',
  },
  values: ['open', 'closed'],
  schema: z.string().default(''),
  read: (text) => (text === 'open' || text === 'closed' ? text : undefined),
})
