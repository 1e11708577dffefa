import { fileURLToPath } from 'node:url'
import { writeProjectFile } from '../files/write.ts'
import { settingsJsonSchema } from './settings-schema.ts'

// `npm run schema`: editors read the schema as a file, so it is kept beside its source.
writeProjectFile(
  { root: fileURLToPath(new URL('..', import.meta.url)) },
  'wp.config.schema.json',
  `${JSON.stringify(settingsJsonSchema(), undefined, 2)}\n`,
)
