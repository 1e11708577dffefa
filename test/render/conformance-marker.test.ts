import { expect, it } from 'vitest'
import { writeMarker } from '../../src/sync/marker.ts'
import { validateBlocks } from '../helpers/editor.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { commonmarkExamples, gfmExamples } from '../helpers/spec-examples.ts'

/** A body for each kind of block that an article can begin with and no specification has. */
const openings = [
  ':::note\nBox\n:::',
  '<!--more-->\n\nText',
  '> [!WARNING]\n> Alert',
  '<details>\n<summary>S</summary>\n\nText\n\n</details>',
  '---',
]

it('the source marker leaves every first block valid and canonical', async () => {
  const bodies = [...commonmarkExamples, ...gfmExamples].map(({ markdown }) => markdown)
  const rendered = await renderMarkdown([...bodies, ...openings])
  const marker = { key: 'ja/first--post', base: { title: '0123abcd', content: '4567cdef' }, stored: {} }
  const issues = await Promise.all(
    rendered.map(async ({ post, content }) => {
      const found = await validateBlocks(writeMarker(content, marker))
      return found.map((issue) => ({ body: String(post.file), ...issue }))
    }),
  )
  expect(issues.flat()).toEqual([])
})
