import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

/** Licences that ask for nothing but to come along (SPDX). */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT']

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly license?: string }>>
}

test('every package that is installed for users is permissive, or documented', async () => {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock
  const documented = await readFile('docs/licences.md', 'utf8')
  const others = Object.entries(lock.packages).flatMap(([place, { dev, license = 'none' }]) => {
    const name = place.replace(/^.*node_modules\//, '')
    return place === '' || dev || PERMISSIVE.includes(license) ? [] : [name]
  })
  expect(others).toContain('@wordpress/autop')
  const unnamed = others.filter((name) => {
    const family = name.replace(/^(@img\/sharp-(?:libvips|win32))-.*/, '$1-*')
    return !documented.includes(`\`${family}\``)
  })
  expect(unnamed).toEqual([])
})

test('the build holds none of those, and the licences of what it holds', async () => {
  const licences = await readFile('dist/licences.txt', 'utf8')
  const heads = [...licences.matchAll(/^(\S+) \d\S* \((.+)\)$/gm)].map(([, name, licence]) => [name, licence])
  expect(heads).toContainEqual(['yaml', 'ISC'])
  expect(heads.filter(([, licence = '']) => !PERMISSIVE.includes(licence))).toEqual([])
})
