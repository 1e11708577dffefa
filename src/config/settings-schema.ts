import * as z from 'zod'
import { KEY_ALIASES } from '../posts/front-matter-keys.ts'
import { allRules } from '../rules.ts'
import { createSettingsSchema } from './schema.ts'

/** The schema of wp.config.json with every rule there is. */
export const settingsSchema = createSettingsSchema(allRules, Object.keys(KEY_ALIASES))

/** The JSON Schema (draft 2020-12) of wp.config.json as an author writes it. */
export function settingsJsonSchema(): unknown {
  return {
    title: 'wp.config.json of Rensai',
    ...z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' }),
  }
}
