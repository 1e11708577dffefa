import * as z from 'zod'
import { plainField } from './plain-field.ts'

/** Whether other sites may announce that they link to the post (pingbacks and trackbacks). */
export const pingStatus = plainField({
  key: 'ping_status',
  help: {
    en: 'Whether other sites may announce that they link to the post. Default: as it is on the site.',
    ja: 'ピンバック・トラックバックを受け付けるか。省略するとサイトのままです。',
  },
  values: ['open', 'closed'],
  schema: z.string().default(''),
  read: (text) => (text === 'open' || text === 'closed' ? text : undefined),
})
