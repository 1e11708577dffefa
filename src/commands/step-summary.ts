import { appendFile } from 'node:fs/promises'
import { stepSummaryFile } from '../config/environment.ts'

/** Adds Markdown to the summary of the job, where GitHub Actions runs us; does nothing anywhere else. */
export async function appendStepSummary(markdown: string): Promise<void> {
  const file = stepSummaryFile()
  if (file !== undefined) await appendFile(file, `${markdown}\n`)
}
