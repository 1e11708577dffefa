import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { readFrontMatter } from '../../src/posts/front-matter.ts'
import { testConfig } from '../helpers/config.ts'

const config = testConfig({ site: { url: 'https://blog.example' } })

function firstMessage(lines: string): string | undefined {
  const file = new VFile({ path: 'posts/a.md', value: `---\n${lines}\n---\n\nText.\n` })
  readFrontMatter(file, config)
  const [message] = file.messages
  return message === undefined ? undefined : `${message.line}: ${message.reason} ${message.note}`
}

test.each([
  [
    'title："甲"',
    '2: The colon behind "title" is a full-width one. Write it with an ordinary colon and a blank: title: "甲"',
  ],
  [
    'title: 甲\nstatus：publish',
    '3: The colon behind "status" is a full-width one. Write it with an ordinary colon and a blank: status: publish',
  ],
  [
    'title:　甲',
    '2: The blank behind "title:" is not an ordinary one. Delete it and type one again: title: 甲',
  ],
  ['title:"甲"', '2: There is no blank behind "title:". Write a blank behind the colon: title: "甲"'],
  [
    'title: 甲\nstatus:publish',
    '3: There is no blank behind "status:". Write a blank behind the colon: status: publish',
  ],
  [
    'title: 甲\ntags:\n-乙\n-丙',
    '4: There is no blank behind the "-" of a list. Write an ordinary "-" and a blank: "  - 乙"',
  ],
  [
    'title: 甲\ntags:\n・乙',
    '4: "・" does not begin an item of a list. Write an ordinary "-" and a blank: "  - 乙"',
  ],
  [
    'title: 甲\ntags:\n  - %e3%82%a8',
    '4: An item of a list that begins with "%" needs quotes. Put quotes around it: - "%e3%82%a8"',
  ],
  [
    'title: 甲\ntags:\n  - @乙',
    '4: An item of a list that begins with "@" needs quotes. Put quotes around it: - "@乙"',
  ],
  [
    'title: 甲\ntags:\n乙\nstatus: publish',
    '4: This is not valid YAML. Write one "key: value" a line, lists as "  - item".',
  ],
  [
    'title: “甲: 乙”\nstatus: publish',
    '2: A value with ": " in it needs quotes. Put quotes around the value: title: "甲: 乙"',
  ],
  [
    'title: “甲: 乙\nstatus: publish',
    '2: A value with ": " in it needs quotes. Put quotes around the value: title: "甲: 乙"',
  ],
  [
    'title: „甲: 乙“\nstatus: publish',
    '2: A value with ": " in it needs quotes. Put quotes around the value: title: "甲: 乙"',
  ],
  [
    'title: “甲” と “乙: 丙”\nstatus: publish',
    '2: A value with ": " in it needs quotes. Put quotes around the value: title: "“甲” と “乙: 丙”"',
  ],
  [
    ' title: 甲\nstatus: publish',
    '3: This key does not begin at the edge, as the others do. Remove the blanks before it: title: 甲',
  ],
])('%j is told in words of somebody who writes', (lines, message) => {
  expect(firstMessage(lines)).toBe(message)
})

test.each([
  ['title: 甲：乙'],
  ['title: 甲\ntags:\n  - 乙:丙\n  - -1'],
  ['title: 甲\nexcerpt: |\n  -乙\n  丙：丁\n  戊:己'],
  ['title: 甲\npair: a:b'],
])('%j is no mistake', (lines) => {
  expect(firstMessage(lines)).toBeUndefined()
})

test('a nested key above is not what is wrong', () => {
  expect(firstMessage('title: 甲\npair:\n  en: a\nstatus publish')).toContain('This is not valid YAML')
})
