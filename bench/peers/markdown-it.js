/** Renders a folder with markdown-it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import matter from 'gray-matter'
import MarkdownIt from 'markdown-it'

const [folder = 'posts'] = process.argv.slice(2)
const markdown = new MarkdownIt({ html: true, linkify: true })
let bytes = 0
for (const name of readdirSync(folder)) {
  const { content } = matter(readFileSync(path.join(folder, name), 'utf8'))
  bytes += markdown.render(content).length
}
console.log(bytes)
