import { expect, test } from 'vitest'
import { findingsOf, messagesOf } from '../../helpers/findings.ts'

const find = (body: string) => findingsOf('heading-space', body)

test.each([
  ['##見出し', ['1:1 ##']],
  ['a\n\n###Title\n\nb', ['3:1 ###']],
  ['本文\n##見出し\n本文', ['2:1 ##']],
  ['> - ##見出し', ['1:5 ##']],
  ['##「見出し」', ['1:1 ##']],
  ['##**見出し**', ['1:1 ##']],
  ['##`code` の話', ['1:1 ##']],
  ['#　見出し', ['1:1 #　']],
  ['##\u00A0見出し', ['1:1 ##\u00A0']],
  ['##　見出し', ['1:1 ##　']],
  ['＃＃見出し', ['1:1 ＃＃']],
  ['＃＃ 見出し', ['1:1 ＃＃ ']],
  ['＃ 見出し\n\n本文', ['1:1 ＃ ']],
  ['＃見出し\n\n本文', ['1:1 ＃']],
  ['#見出し\n\n本文', ['1:1 #']],
  ['#見出し\n本文', ['1:1 #']],
  ['#Overview\n\nText', ['1:1 #']],
  [':::note\n#見出し\n\n本文\n:::', ['2:1 #']],
  ['##見出し\r\n\r\n本文', ['1:1 ##']],
])('points at the signs in %j', (body, found) => {
  expect(find(body)).toEqual(found)
})

test.each([
  '## 見出し',
  '##\t見出し',
  '##',
  '#',
  '## 見出し ##',
  '```\n##見出し\n#!/bin/sh\n```',
  '    ##見出し\n',
  '`##見出し`',
  '$$\n##a\n$$',
  '\\##見出し',
  '\\#見出し\n\n本文',
  '&#35;見出し\n\n本文',
  '<div>\n##見出し\n</div>',
  '<!--\n##見出し\n-->',
  '本文。\n\n#タグ',
  '#GitHub #Copilot\n\n本文',
  '#日本語 ＃タグ\n\n本文',
  '#タグ一\n#タグ二\n\n本文',
  '#5 bolt\n\n#hashtag\n\na',
  '#1 の件\n\n本文',
  '#include <stdio.h>\n\n本文',
  '#!/bin/sh\n\na',
  '- #雑談\n- #質問',
  '本文\n#5 と\n#見出し',
  'C# と F#\n\n本文 ##見出し',
  '#######見出し',
  '##-- a\n\n##=',
  '| ##見出し |\n| - |\n| #見出し |',
])('says nothing of %j', (body) => {
  expect(find(body)).toEqual([])
})

test.each([
  ['本文\n\n> ##見出し', '本文\n\n> ## 見出し'],
  ['#　見出し', '# 見出し'],
  ['＃＃見出し', undefined],
  ['#見出し\n\n本文', undefined],
])('mends %j where nothing else can be meant', (body, mended) => {
  expect(messagesOf('heading-space', body).map((message) => message.mended)).toEqual([mended])
})
