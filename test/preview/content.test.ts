import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { compile } from '../../src/commands/compile.ts'
import { preview } from '../../src/commands/preview.ts'
import { loadConfig } from '../../src/config/load.ts'
import { fillReferences } from '../../src/render/references.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { toDesired } from '../../src/sync/desired.ts'
import { removeMarker, writeMarker } from '../../src/sync/marker.ts'
import { resolveFields } from '../../src/sync/resolve.ts'
import { captureOutput } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project

afterEach(async () => {
  await project.remove()
})

/** Stands for every address and id in both texts, so that nothing else may differ. */
const ANY = '\u{1F517}'

/** The content of an article as it is sent to a site, without what Rensai itself remembers in it. */
function published(rendered: RenderedPost): string {
  const { fields } = resolveFields(toDesired(rendered, Date.UTC(2026, 0), 'Asia/Tokyo'), {
    term: () => 1,
    media: () => ({ id: 7, slug: 'a', url: ANY, alt: '', caption: '', author: 1 }),
    permalink: () => ANY,
    author: () => 1,
    isPublic: () => true,
  })
  const sent = writeMarker(fields.content ?? '', { key: rendered.post.key, base: {}, stored: {} })
  return removeMarker(sent)
}

/** The content of a page, with `ANY` for the addresses that stand where the template has a reference. */
async function previewed({ post, content }: RenderedPost): Promise<string> {
  const page = await readFile(path.join(project.root, 'dist/preview/articles', `${post.key}.html`), 'utf8')
  const whole = page.replaceAll('<figure tabindex="0"', '<figure')
  const article = whole.slice(
    whole.indexOf('<div class="entry-content'),
    whole.lastIndexOf('\n</div></article>'),
  )
  const parts = content.split(/\uFDD0[^\uFDD1]*\uFDD1/u)
  let rest = article.slice(article.indexOf('\n') + 1)
  const values = parts.flatMap((part, index) => {
    expect(rest.startsWith(part), `${post.key}: ${part.slice(0, 60)}`).toBe(true)
    rest = rest.slice(part.length)
    if (index === parts.length - 1) return []
    const value = /^[^"\\},#]+/.exec(rest)?.[0] ?? ''
    rest = rest.slice(value.length)
    return [value]
  })
  expect(rest).toBe('')
  for (const value of values) expect(value).toMatch(/^(?:\d+|[^:]+\.(?:html|png))$/)
  return fillReferences(content, ({ value }) => (value === 'id' ? '7' : ANY))
}

test.each(['blocks', 'html'])('shows the very content that is published, as %s', async (format) => {
  project = await copyProject('.')
  await project.edit('wp.config.json', (text) => text.replace('{', `{ "format": "${format}",`))
  await preview({ config: project.config }, captureOutput())
  const compiled = await compile(await loadConfig(project.config), captureOutput())
  expect(compiled?.rendered).toHaveLength(6)
  for (const one of compiled?.rendered ?? []) expect(await previewed(one)).toBe(published(one))
})
