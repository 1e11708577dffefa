import { expect, test } from 'vitest'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const fence = '```ts title="a.ts" showLineNumbers\nlet a\n```\n'

test('highlight "class" gives plugins their classes, "none" gives none', async () => {
  const [withClass] = await renderMarkdown([fence], { highlight: 'class', format: 'html' })
  expect(withClass?.content).toBe(
    '<div class="code-with-title"><p class="code-title">a.ts</p><pre><code class="language-ts line-numbers">let a\n</code></pre></div>',
  )
  const [without] = await renderMarkdown([fence], { highlight: 'none', format: 'html' })
  expect(without?.content).toBe(
    '<div class="code-with-title"><p class="code-title">a.ts</p><pre><code>let a\n</code></pre></div>',
  )
})
