import path from 'node:path'
import type * as z from 'zod'
import { settingsSchema } from '../../src/config/settings-schema.ts'
import type { Config } from '../../src/config/types.ts'

/** wp.config.json as an author writes it. */
export type SettingsInput = Omit<z.input<typeof settingsSchema>, 'boxes'> & {
  /** A name of the author's choice beside `style`, which no index signature can say. */
  boxes?: Readonly<Record<string, unknown>>
}

/** A configuration with every default, as loadConfig gives it for a wp.config.json with these keys. */
export function testConfig(settings: SettingsInput, root = process.cwd()): Config {
  const { $schema: _, ...parsed } = settingsSchema.parse(settings)
  return { ...parsed, root, file: path.join(root, 'wp.config.json') }
}
