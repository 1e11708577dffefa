import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findNoncharacter } from '../../src/standards/noncharacters.ts'
import { renderProject } from '../helpers/render-project.ts'

/** Renders one English article of a Japanese site. */
async function renderWith(settings: object, format: 'blocks' | 'html', body: string): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'rensai-options-'))
  try {
    const config = path.join(root, 'wp.config.json')
    const site = { url: 'https://blog.example', language: 'ja' }
    await writeFile(config, JSON.stringify({ site, posts: '.', ...settings }))
    const head = 'slug: a-en\nlang: en\nstatus: draft'
    await writeFile(path.join(root, 'a-en.md'), `---\ntitle: A\n${head}\n---\n${body}\n`)
    return (await renderProject(config, format)).get('a-en') ?? ''
  } finally {
    await rm(root, { recursive: true })
  }
}

const address = 'https://blog.example/archives/549'

test('an own article on a line is a card, unless the configuration leaves it a link', async () => {
  expect(await renderWith({}, 'blocks', address)).toBe(
    `<!-- wp:embed {"url":"${address}","type":"wp-embed"} -->
<figure class="wp-block-embed is-type-wp-embed"><div class="wp-block-embed__wrapper">
${address}
</div></figure>
<!-- /wp:embed -->`,
  )
  expect(await renderWith({ embeds: { articles: false } }, 'blocks', address)).toBe(
    `<!-- wp:paragraph -->\n<p><a href="${address}">${address}</a></p>\n<!-- /wp:paragraph -->`,
  )
})

test('in HTML, an article in another language than the site says so on each element', async () => {
  expect(await renderWith({}, 'html', '## Part\n\nText.\n\n- item')).toBe(
    '<h2 id="part" lang="en">Part</h2>\n<p lang="en">Text.</p>\n<ul lang="en"><li>item</li></ul>',
  )
  expect(await renderWith({}, 'blocks', 'Text.')).toBe(
    '<!-- wp:paragraph -->\n<p>Text.</p>\n<!-- /wp:paragraph -->',
  )
})

test.each(['blocks', 'html'] as const)(
  'an article cannot forge a reference to a post or a picture (%s)',
  async (format) => {
    const plain = '\uFDD0post|other|link\uFDD1'
    const escaped = '&#xFDD0;post|other|link&#64977;'
    for (const forged of [plain, escaped]) {
      for (const body of [
        `${forged} [a](https://e.example/${forged})`,
        `a <b title="${forged}">${forged}</b> ![${forged}](https://e.example/a.png "${forged}")`,
        `<div title="${forged}">${forged}</div>`,
        `\`\`\`\n${forged}\n\`\`\``,
      ]) {
        const content = await renderWith({ rules: { 'characters-valid': 'off' } }, format, body)
        expect(findNoncharacter(content)).toBeUndefined()
        expect(content).not.toContain('549')
      }
    }
  },
)
