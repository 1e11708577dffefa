import * as z from 'zod'
import { plainField } from './plain-field.ts'

export const sticky = plainField({
  key: 'sticky',
  values: ['true', 'false'],
  schema: z.boolean().default(false),
  read: (text) => text === 'true',
  isWorthSaying: (isSticky) => isSticky,
})
