import { expect, test } from 'vitest'
import { fileStem, isSameFile } from '../../src/site/media-files.ts'

test.each([
  ['https://a.example/wp-content/uploads/2026/01/photo.jpg', 'photo'],
  ['https://a.example/u/photo-300x200.jpg?x=1', 'photo'],
  ['https://a.example/u/photo-scaled.jpg', 'photo'],
  ['https://a.example/u/photo-e1700000000000-150x150.png', 'photo'],
  ['https://a.example/u/photo-2x4-plan.png', 'photo-2x4-plan'],
  ['https://a.example/u/%E8%A1%A8%E7%B4%99.png', '表紙'],
  ['https://a.example/u/100%.png', '100%'],
  ['https://a.example/u/', ''],
  ['https://a.example', ''],
])('the files of an attachment share a stem: %s', (url, stem) => {
  expect(fileStem(url)).toBe(stem)
})

test.each([
  ['https://a.example/u/a.png', 'http://www.a.example/u/a.png?w=300', true],
  ['https://a.example/u/%E8%A1%A8.png', 'https://a.example/u/表.png', true],
  ['https://a.example/u/\u304c.png', 'https://a.example/u/\u304b\u3099.png', true],
  ['https://a.example/u/a.png', 'https://b.example/u/a.png', false],
  ['https://a.example/u/a.png', 'https://a.example/u/A.png', false],
  ['https://a.example/u/a.png', '', false],
])('%s and %s are one file: %s', (a, b, same) => {
  expect(isSameFile(a, b)).toBe(same)
})
