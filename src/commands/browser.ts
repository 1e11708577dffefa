import { say } from '../language/say.ts'
import type { Output } from './output.ts'

/** Shows a page in the browser of whoever sits at the machine; where there is none, its address is told. */
export async function openInBrowser(url: string, output: Pick<Output, 'say'>): Promise<void> {
  const { default: open } = await import('open')
  const program = await open(url)
  program.once('error', () => output.say(say`No browser opened. The address is ${url}`))
}
