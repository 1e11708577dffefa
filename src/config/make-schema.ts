import { fileURLToPath } from 'node:url'
import { frontMatterSchema } from '../editors/front-matter-schema.ts'
import { writeProjectFile } from '../files/write.ts'
import { settingsJsonSchema } from './settings-schema.ts'

// `npm run schema`: editors read the schemas as files, so they are kept beside their source.
const schemas = {
  'wp.config.schema.json': settingsJsonSchema(),
  'front-matter.schema.json': frontMatterSchema(),
}
for (const [name, schema] of Object.entries(schemas)) {
  writeProjectFile(
    { root: fileURLToPath(new URL('..', import.meta.url)) },
    name,
    `${JSON.stringify(schema, undefined, 2)}\n`,
  )
}
