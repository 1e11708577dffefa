import { describe, expect, test } from 'vitest'
import { sameContent } from '../../src/content/normal-form.ts'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { rebody } from '../../src/pull/merge-body.ts'
import { plainContext } from '../helpers/pull-project.ts'

const before = '<!-- wp:paragraph -->\n<p>Before.</p>\n<!-- /wp:paragraph -->'
const after = '<!-- wp:paragraph -->\n<p>After.</p>\n<!-- /wp:paragraph -->'

/** What is made in the editor of 7.1, as it saves it, and what Markdown says of it. */
const said: Readonly<Record<string, readonly [markup: string, markdown: string]>> = {
  'a table of fixed layout, columns aligned': [
    '<!-- wp:table -->\n<figure class="wp-block-table"><table class="has-fixed-layout"><thead><tr><th class="has-text-align-right" data-align="right">a</th><th>b</th></tr></thead><tbody><tr><td class="has-text-align-right" data-align="right">1</td><td><strong>2</strong></td></tr></tbody></table></figure>\n<!-- /wp:table -->',
    '| a | b |\n| -: | - |\n| 1 | **2** |',
  ],
  'the same with a caption': [
    '<!-- wp:table {"hasFixedLayout":true} -->\n<figure class="wp-block-table"><table class="has-fixed-layout"><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><figcaption class="wp-element-caption">Cap</figcaption></figure>\n<!-- /wp:table -->',
    '| a |\n| - |\n| 1 |\n\nTable: Cap',
  ],
  'lists in each other': [
    '<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li>a<!-- wp:list {"ordered":true,"start":3} -->\n<ol start="3" class="wp-block-list"><!-- wp:list-item -->\n<li>b</li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list --></li>\n<!-- /wp:list-item -->\n\n<!-- wp:list-item -->\n<li>c</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
    '- a\n\n  3. b\n- c',
  ],
  'code and a quote in a list': [
    '<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li>a<!-- wp:code -->\n<pre class="wp-block-code"><code>x</code></pre>\n<!-- /wp:code --></li>\n<!-- /wp:list-item -->\n\n<!-- wp:list-item -->\n<li>b\n\n<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>c</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->\n\n<!-- wp:paragraph -->\n<p>d</p>\n<!-- /wp:paragraph --></li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
    '- a\n  ```\n  x\n  ```\n\n- b\n\n  > c\n\n  d',
  ],
  'a picture of another site with a width': [
    '<!-- wp:image {"width":"300px","height":"auto","sizeSlug":"large"} -->\n<figure class="wp-block-image size-large is-resized"><img src="https://e.example/a.png" alt="A" style="width:300px;height:auto"/><figcaption class="wp-element-caption">Cap</figcaption></figure>\n<!-- /wp:image -->',
    '![A](https://e.example/a.png "Cap"){width=300}',
  ],
  'a review note on some words': [
    '<!-- wp:paragraph {"metadata":{"noteId":[3]}} -->\n<p>One <mark class="wp-note" data-id="3"><strong>two</strong></mark>.</p>\n<!-- /wp:paragraph -->',
    'One **two**.',
  ],
  details: [
    '<!-- wp:details -->\n<details class="wp-block-details"><summary>S</summary><!-- wp:paragraph -->\n<p>d</p>\n<!-- /wp:paragraph --></details>\n<!-- /wp:details -->',
    ':::details[S]\nd\n:::',
  ],
}

describe('comes as Markdown', () => {
  test.each(Object.entries(said))('%s', async (_, [markup, markdown]) => {
    const content = [before, markup, after].join('\n\n')
    const context = plainContext('blocks')
    const body = await contentToMarkdown(content, context)
    expect(body).toBe(`Before.\n\n${markdown}\n\nAfter.\n`)
    expect(sameContent(await context.render(body), content)).toBe(true)
    expect(await rebody('Before.\n\nAfter.\n', content, context)).toBe(body)
  })
})

/** What Markdown has no way to say. */
const kept: Readonly<Record<string, string>> = {
  'an aligned paragraph of 7.0':
    '<!-- wp:paragraph {"style":{"typography":{"textAlign":"center"}}} -->\n<p class="has-text-align-center">Mid</p>\n<!-- /wp:paragraph -->',
  'an aligned paragraph of 6.9':
    '<!-- wp:paragraph {"align":"center"} -->\n<p class="has-text-align-center">Mid</p>\n<!-- /wp:paragraph -->',
  'an aligned heading':
    '<!-- wp:heading {"style":{"typography":{"textAlign":"right"}}} -->\n<h2 class="wp-block-heading has-text-align-right">H</h2>\n<!-- /wp:heading -->',
  'a colour':
    '<!-- wp:paragraph {"style":{"color":{"text":"#f00"}},"backgroundColor":"accent-1"} -->\n<p class="has-accent-1-background-color has-text-color has-background" style="color:#f00">Colour</p>\n<!-- /wp:paragraph -->',
  'a wide table':
    '<!-- wp:table {"align":"wide"} -->\n<figure class="wp-block-table alignwide"><table class="has-fixed-layout"><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></figure>\n<!-- /wp:table -->',
  'a picture that opens on a click':
    '<!-- wp:image {"lightbox":{"enabled":true},"sizeSlug":"large"} -->\n<figure class="wp-block-image size-large"><img src="https://e.example/a.png" alt=""/></figure>\n<!-- /wp:image -->',
  'a formula':
    '<!-- wp:math {"latex":"x^2"} -->\n<div class="wp-block-math"><math display="block"></math></div>\n<!-- /wp:math -->',
  'an accordion':
    '<!-- wp:accordion -->\n<div role="group" class="wp-block-accordion"><!-- wp:accordion-item -->\n<div class="wp-block-accordion-item"><!-- wp:accordion-panel -->\n<div role="region" class="wp-block-accordion-panel"><!-- wp:paragraph -->\n<p>Answer</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:accordion-panel --></div>\n<!-- /wp:accordion-item --></div>\n<!-- /wp:accordion -->',
  'a list with a coloured item':
    '<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item {"backgroundColor":"accent-1"} -->\n<li class="has-accent-1-background-color has-background">a</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
}

describe('comes as it stands, and that block alone', () => {
  test.each(Object.entries(kept))('%s', async (_, markup) => {
    const content = [before, markup, after].join('\n\n')
    const context = plainContext('blocks')
    const body = await contentToMarkdown(content, context)
    expect(body).toBe(`Before.\n\n${markup}\n\nAfter.\n`)
    expect(await rebody('Before.\n\nAfter.\n', content, context)).toBe(body)
  })
})
