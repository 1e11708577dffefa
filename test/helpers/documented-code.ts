import { readFile } from 'node:fs/promises'

/** The TypeScript that a page of docs/ shows, block by block. */
export async function documentedCode(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8')
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code)
}
