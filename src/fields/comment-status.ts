import * as z from 'zod'
import { plainField } from './plain-field.ts'

export const commentStatus = plainField({
  key: 'comment_status',
  values: ['open', 'closed'],
  schema: z.string().default(''),
  read: (text) => (text === 'open' || text === 'closed' ? text : undefined),
})
