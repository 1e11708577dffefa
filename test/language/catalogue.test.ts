import { readFile } from 'node:fs/promises'
import { glob } from 'tinyglobby'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { catalogue } from '../../src/language/ja/catalogue.ts'
import { say } from '../../src/language/say.ts'
import { speak } from '../../src/language/speak.ts'
import { listSpokenTexts, listUnspokenTexts } from '../helpers/spoken-texts.ts'

const texts = await listSpokenTexts()
const keys = [...new Set(texts.map(({ english }) => english))]

test('Japanese has every text of the program, and no other', () => {
  expect(texts.filter(({ english }) => !Object.hasOwn(catalogue, english))).toEqual([])
  expect(Object.keys(catalogue).filter((english) => !keys.includes(english))).toEqual([])
})

/** Rooms that say everything through `say`; the others follow. */
const TAGGED = [
  'adopt',
  'config',
  'constructs',
  'content',
  'digest',
  'doctor',
  'editors',
  'fields',
  'files',
  'github',
  'init',
  'judge',
  'limits',
  'links',
  'new-article',
  'posts',
  'pull',
  'render',
  'report',
  'sandbox',
  'site',
  'standards',
  'sync',
  'verify',
]

test('in the rooms that are done, nothing is said in English alone', async () => {
  const unspoken = await listUnspokenTexts()
  const found = unspoken.filter(({ place }) => TAGGED.some((room) => place.startsWith(`src/${room}/`)))
  expect(found).toEqual([])
})

test('no text stands in two files of the catalogue', async () => {
  const files = await glob('src/language/ja/*.ts')
  const perFile = await Promise.all(files.map(async (file) => keysOf(file, await readFile(file, 'utf8'))))
  const all = perFile.flat()
  expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([])
})

test.each(Object.entries(catalogue))('%j names the same values', (english, japanese) => {
  expect(slotsOf(japanese)).toEqual(slotsOf(english))
})

test('each text reads as Japanese is written', () => {
  const found = Object.entries(catalogue).flatMap(([english, japanese]) => faultsOf(english, japanese))
  expect(found).toEqual([])
})

test('each text in both languages', async () => {
  const rows: string[] = []
  for (const english of keys) {
    const template = templateOf(english)
    const values = slotsOf(english).map((slot) => `«${slot}»`)
    await speak('en')
    const inEnglish = say(template, ...values)
    await speak('ja')
    rows.push(`${inEnglish}\n${say(template, ...values)}\n`)
    await speak('en')
  }
  await expect(rows.join('\n')).toMatchFileSnapshot('texts.txt')
})

/** The property names of the catalogue in a file. */
function keysOf(file: string, text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const { name } = node
      if (ts.isStringLiteral(name) || ts.isIdentifier(name) || ts.isNoSubstitutionTemplateLiteral(name)) {
        found.push(name.text)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return found
}

function slotsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, number = '']) => number))].sort(
    (a, b) => Number(a) - Number(b),
  )
}

/** As the compiler would hand it to the tag. */
function templateOf(english: string): TemplateStringsArray {
  const parts = english.split(/\{\d+\}/)
  return Object.assign(parts, { raw: parts })
}

/** Rules of the Japanese texts: JTF style as far as a pattern can tell. */
function faultsOf(english: string, japanese: string): string[] {
  const rules: [string, boolean][] = [
    [
      'has Japanese, if there are words',
      !/[a-z]{3,}/i.test(english.replace(/[`"][^`"]*[`"]/g, '')) || /[ぁ-んァ-ヶ一-龠]/.test(japanese),
    ],
    [
      'ends as a sentence where the English does',
      /[.?!:]$/.test(english) === /[。?!？！:：]$/.test(japanese),
    ],
    ['has no full-width letters or digits', !/[０-９Ａ-Ｚａ-ｚ]/.test(japanese)],
    ['has no half-width kana', !/[ｦ-ﾟ]/.test(japanese)],
    ['has Japanese commas and stops beside Japanese', !/[ぁ-んァ-ヶ一-龠][,.](?:\s|$)/.test(japanese)],
    [
      'has no blank between two Japanese characters',
      !/[ぁ-んァ-ヶ一-龠。、] [ぁ-んァ-ヶ一-龠]/.test(japanese),
    ],
  ]
  return rules.flatMap(([rule, holds]) => (holds ? [] : [`${rule}: ${japanese}`]))
}
