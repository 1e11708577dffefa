import { expect, test } from 'vitest'
import { mergeBody, rebody } from '../../src/pull/merge-body.ts'
import { plainContext } from '../helpers/pull-project.ts'

const FORMATS = ['blocks', 'html'] as const

const body = `
Setext
======

First __paragraph__,
set by hand over
two lines.

*   starred
*   list

+ other

[ref]: https://e.example/ "Title"

A [link][ref] and a note[^1].

<details>

Inside **Markdown**.

</details>

[^1]: The
    note.

\`\`\`js
code()
\`\`\`

Last.
`

/** As if an editor had changed the words in wp-admin. */
async function edited(
  text: string,
  from: string,
  to: string,
  format: (typeof FORMATS)[number],
): Promise<string> {
  const live = await plainContext(format).render(text)
  expect(live).toContain(from)
  return live.replace(from, to)
}

test.each(FORMATS)('what was not edited keeps every byte of the file (%s)', async (format) => {
  const context = plainContext(format)
  expect(await rebody(body, await context.render(body), context)).toBe(body)
  for (const [from, to, source, target] of [
    ['Last.', 'Last <strong>word</strong>.', 'Last.', 'Last **word**.'],
    ['code()', 'run()', 'code()', 'run()'],
    ['The note.', 'Another note.', '[^1]: The\n    note.', '[^1]: Another note.'],
    ['other', 'another', '+ other', '- another'],
    ['>link<', '>address<', 'A [link][ref] and', 'A [address][ref] and'],
    [
      'set by hand over two',
      'in two',
      'First __paragraph__,\nset by hand over\ntwo lines.',
      'First **paragraph**, in two lines.',
    ],
  ] as const) {
    const written = await rebody(body, await edited(body, from, to, format), context)
    expect(written).toBe(body.replace(source, target))
  }
})

test.each(FORMATS)('a paragraph that was added, moved or removed (%s)', async (format) => {
  const context = plainContext(format)
  const [one, two, three] = ['One\nline.', '__Two.__', 'Three.']
  const before = `${one}\n\n\n${two}\n\n${three}\n`
  const live = async (...parts: string[]) => await context.render(parts.join('\n\n'))
  expect(await rebody(before, await live(one, two, 'New *text*.', three), context)).toBe(
    `${one}\n\n\n${two}\n\nNew *text*.\n\n${three}\n`,
  )
  expect(await rebody(before, await live(one, three), context)).toBe(`${one}\n\n${three}\n`)
  expect(await rebody(before, await live(two, three), context)).toBe(`${two}\n\n${three}\n`)
})

test.each(FORMATS)(
  'edits at different places are merged, at the same place a conflict (%s)',
  async (format) => {
    const context = plainContext(format)
    const base = await context.render(body)
    const live = await edited(body, 'Last.', 'Last, as edited there.', format)
    const elsewhere = body.replace('code()', 'mine()')
    expect(await mergeBody(elsewhere, base, live, 'posts/a.md', context)).toEqual({
      text: elsewhere.replace('Last.', 'Last, as edited there.'),
      conflicts: 0,
    })
    expect(
      await mergeBody(body.replace('Last.', 'Last, as edited here.'), base, live, 'posts/a.md', context),
    ).toEqual({
      text: body.replace(
        'Last.',
        '<<<<<<< posts/a.md\nLast, as edited here.\n=======\nLast, as edited there.\n>>>>>>> wp-admin',
      ),
      conflicts: 1,
    })
  },
)

test('without a common base every difference is a conflict', async () => {
  const context = plainContext('blocks')
  const live = await context.render('Same.\n\nTheirs.')
  expect(await mergeBody('Same.\n\nMine.\n', undefined, live, 'posts/a.md', context)).toEqual({
    text: 'Same.\n\n<<<<<<< posts/a.md\nMine.\n=======\nTheirs.\n>>>>>>> wp-admin\n',
    conflicts: 1,
  })
})

test.each(FORMATS)(
  'a section renamed on the site leaves the table of contents to be made anew (%s)',
  async (format) => {
    const context = plainContext(format)
    const contents = 'Intro __x__.\n\n[[toc]]\n\nA One\n-----\n\nText\nof it.\n\nB Two\n-----\n\nMore.\n'
    const live = (await context.render(contents)).replace(/A One(?=<\/h2>)/, 'A Three')
    expect(await rebody(contents, live, context)).toBe(
      contents.replace('A One\n-----', '## A Three {#a-one}'),
    )
    const other = (await context.render(contents)).replace('More.', 'Less.')
    expect(await rebody(contents, other, context)).toBe(contents.replace('More.', 'Less.'))
  },
)

test('an article of many paragraphs is rendered a few times, and not once for each', async () => {
  const context = plainContext('blocks')
  let renders = 0
  const counting: typeof context = {
    ...context,
    render: async (text) => {
      renders += 1
      return await context.render(text)
    },
  }
  const long = Array.from(
    { length: 400 },
    (_, index) => `Paragraph ${index} *of* [many](https://e.example/).`,
  )
  const text = `\n${long.join('\n\n')}\n`
  const live = (await context.render(text)).replace('Paragraph 200 ', 'Paragraph two hundred ')
  const merged = await rebody(text, live, counting)
  expect(merged).toBe(text.replace('Paragraph 200 ', 'Paragraph two hundred '))
  expect(renders).toBeLessThan(10)
})
