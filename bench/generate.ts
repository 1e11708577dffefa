import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Articles of the series, as the stock of text; every paragraph, table, list and code block is one piece. */
const STOCK = 'posts'

/**
 * Writes a project with many articles made of the pieces of the real ones, so that a measurement meets text as
 * it is written: Japanese and English, tables, code, lists, and links between articles with and without anchors.
 *
 * The same number always gives the same bytes.
 *
 * @param folder where the project comes to lie; created where it is not there
 * @param amount how many articles
 */
export async function generateProject(folder: string, amount: number): Promise<void> {
  const pieces = await readPieces()
  const random = mulberry32(amount)
  await mkdir(path.join(folder, 'posts'), { recursive: true })
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  for (let number = 0; number < amount; number += 1) {
    const text = Array.from({ length: 24 }, () => pick(pieces))
    const links = Array.from({ length: 3 }, () => {
      // Articles link to others of their language, so that there is little to report, as in a folder that is kept well.
      const target = Math.floor(random() * (amount >> 1)) * 2 + (number % 2)
      return `- [記事 ${target}](./${nameOf(target)}.md#まとめ)`
    })
    await writeFile(path.join(folder, 'posts', `${nameOf(number)}.md`), article(number, text, links))
  }
  await writeFile(
    path.join(folder, 'wp.config.json'),
    `${JSON.stringify({ site: { url: 'https://example.com' }, tags: ['VS Code', 'GitHub Copilot'] }, undefined, 2)}\n`,
  )
}

/** Half of the articles in each language, as the author's pairs are. */
function nameOf(number: number): string {
  return `article-${String(number >> 1).padStart(5, '0')}-${number % 2 === 0 ? 'jp' : 'en'}`
}

function article(number: number, text: readonly string[], links: readonly string[]): string {
  return `---
title: "記事 ${number}: Copilotのエラーと対処法"
date: 2025-12-22 11:00:00
tags: [VS Code, GitHub Copilot]
status: publish
slug: ${nameOf(number)}
---

## はじめに

${text.join('\n\n')}

## まとめ

${links.join('\n')}
`
}

/** Links of the stock lead to articles that a generated project does not have, so pieces with one are left out. */
export async function readPieces(): Promise<string[]> {
  const names = (await readdir(STOCK)).filter((name) => name.endsWith('.md')).sort()
  const texts = await Promise.all(names.map((name) => readFile(path.join(STOCK, name), 'utf8')))
  return texts
    .flatMap((text) => text.replace(/^---[\s\S]*?\n---\n/, '').split(/\n{2,}(?=\S)/))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !/\]\(|^## まとめ|:::/.test(piece) && !/^```[\s\S]*[^`]$/.test(piece))
}

/** A small seeded generator (Tommy Ettinger's mulberry32), so that both sides and every run see the same text. */
export function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
