import { writeFile } from 'node:fs/promises'
import { settingsJsonSchema } from './settings-schema.ts'

// `npm run schema`: editors read the schema as a file, so it is kept beside its source.
await writeFile(
  new URL('../wp.config.schema.json', import.meta.url),
  `${JSON.stringify(settingsJsonSchema(), undefined, 2)}\n`,
)
