import pc from 'picocolors'
import type { Diagnosis } from '../doctor/diagnose.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { padColumns, widest } from './columns.ts'
import { oneLine, printable, printableLines } from './printable.ts'
import { wrap } from './wrap.ts'

/** As wide as the longest name. */
const NAME = 22

const WORDS = { ok: say`ok`, advice: say`advice`, fault: say`fault`, 'not examined': '-' } as const

const COLOURS = { ok: pc.green, advice: pc.yellow, fault: pc.red, 'not examined': pc.dim } as const

const WIDTH = widest(Object.values(WORDS))

const INDENT = ' '.repeat(10)

/** Under what is said. */
const REST = ' '.repeat(WIDTH + 2 + NAME)

/** A diagnosis in neutral words, as JSON has it, too. */
interface Told {
  readonly name: string
  readonly grade: Diagnosis['result']['grade']
  readonly says: string
  readonly remedy?: string
  readonly example?: string
}

function tell({ name, result }: Diagnosis): Told {
  switch (result.grade) {
    case 'fault': {
      const { message, advice, example } = result.error
      return {
        name,
        grade: 'fault',
        says: oneLine(message),
        remedy: oneLine(advice),
        ...(example === undefined ? {} : { example: printableLines(example) }),
      }
    }
    case 'advice': {
      const { says, remedy, example } = result
      return {
        name,
        grade: 'advice',
        says: oneLine(says),
        remedy: oneLine(remedy),
        ...(example === undefined ? {} : { example: printableLines(example) }),
      }
    }
    case 'ok':
      return { name, grade: 'ok', says: oneLine(result.says) }
    case 'not examined':
      return { name, grade: result.grade, says: say`not examined, since "${result.because}" has a fault.` }
  }
}

/** One line for each examination, at 80 columns; below what is not in order stands what to do, lines to copy unbroken. */
export function diagnosesToText(diagnoses: readonly Diagnosis[]): string {
  return diagnoses
    .map(tell)
    .flatMap(({ name, grade, says, remedy, example }) => {
      const head = `${COLOURS[grade](padColumns(WORDS[grade], WIDTH))}  ${pc.bold(printable(name).padEnd(NAME))}`
      const text = grade === 'ok' || grade === 'not examined' ? pc.dim(says) : says
      // A name and its sentence stand on one line where they fit.
      const [first = '', ...rest] = wrap(text, REST, REST)
      return [
        `${head}${first.trimStart()}`,
        ...rest,
        ...(remedy === undefined ? [] : wrap(remedy, INDENT, INDENT)),
        ...(example === undefined ? [] : example.split('\n').map((line) => `${INDENT}  ${line}`)),
      ]
    })
    .join('\n')
}

/** What it comes to, in one sentence. */
export function diagnosesToSummary(diagnoses: readonly Diagnosis[]): string {
  const names = (wanted: Told['grade']): string[] =>
    diagnoses.filter(({ result }) => result.grade === wanted).map(({ name }) => name)
  const [faults, advice] = [names('fault'), names('advice')]
  if (faults.length > 0) return say`Publishing does not work yet: ${listItems(faults)}.`
  if (advice.length > 0) return say`Publishing works; see the advice on ${listItems(advice)}.`
  return say`Publishing works.`
}

/** For programs; `works` tells whether there is no fault. */
export function diagnosesToJson(diagnoses: readonly Diagnosis[]): string {
  return JSON.stringify(
    {
      works: !hasFault(diagnoses),
      examinations: diagnoses.map((diagnosis) => ({ ...tell(diagnosis), about: diagnosis.about })),
    },
    null,
    2,
  )
}

/** Whether anything keeps somebody from publishing. */
export function hasFault(diagnoses: readonly Diagnosis[]): boolean {
  return diagnoses.some(({ result }) => result.grade === 'fault')
}
