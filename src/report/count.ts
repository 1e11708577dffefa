/** "1 article", "2 articles", "2 addresses" */
export function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : word.endsWith('s') ? 'es' : 's'}`
}
