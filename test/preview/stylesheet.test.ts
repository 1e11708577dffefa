import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { findAssets } from '../../src/preview/assets.ts'
import { makeOutside } from '../helpers/outside.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project

beforeEach(async () => {
  project = await copyProject('.')
  await mkdir(path.join(project.root, 'theme'))
})

afterEach(async () => {
  await project.remove()
})

async function assetsWith(stylesheet: string): Promise<ReturnType<typeof findAssets>> {
  await project.edit('wp.config.json', (text) =>
    text.replace('{', `{ "preview": ${JSON.stringify({ stylesheet })},`),
  )
  return findAssets(await loadConfig(project.config))
}

test.each(['theme/style.css', './theme/style.css', 'theme/../theme/style.css'])(
  'the sheet %s of the project stands in the place of the stock theme',
  async (name) => {
    await writeFile(path.join(project.root, 'theme/style.css'), 'a {}')
    const { styles, files } = await assetsWith(name)
    expect(styles).toEqual([
      'block-library.css',
      'stylesheet.css',
      'theme.css',
      'preview.css',
      'index.css',
      'series.css',
    ])
    expect(files.get('stylesheet.css')).toBe(path.join(project.root, 'theme/style.css'))
  },
)

test.each([
  ['theme/none.css', /There is no style sheet at theme\/none\.css\./],
  ['../outside.css', /outside\.css/],
  ['/etc/passwd', /passwd/],
  ['theme', /theme/],
])('%s is refused', async (name, reason) => {
  await expect(assetsWith(name)).rejects.toThrow(reason)
})

test('so is a link out of the project', async () => {
  const outside = await makeOutside()
  await outside.link(project.root, 'theme/style.css', 'profile.md')
  await expect(assetsWith('theme/style.css')).rejects.toThrow(/theme\/style\.css/)
  await outside.remove()
})
