import { type Finding, isReached, type Measured, type Side } from './bench.ts'

/** What one bench measured at one size. */
export interface Result extends Measured {
  readonly bench: string
  readonly size: number
  readonly unit: string
}

/** The sides and what they say of each other, as two tables of Markdown. */
export function toTables({ bench, size, unit, sides, findings }: Result): string {
  return [
    `## ${bench}, ${size.toLocaleString('en')} ${unit}`,
    '',
    '| | seconds | CPU | memory | requests | received |',
    '| --- | --- | --- | --- | --- | --- |',
    ...sides.map(sideToRow),
    '',
    '| | value | goal | reached |',
    '| --- | --- | --- | --- |',
    ...findings.map(findingToRow),
    '',
  ].join('\n')
}

function sideToRow({ name, seconds, cpu, memory, requests, received }: Side): string {
  return row([
    name,
    toText(seconds, 's'),
    toText(cpu, 's'),
    toText(memory, 'MB'),
    requests === undefined ? '' : String(requests),
    toText(received === undefined ? undefined : received / 1e6, 'MB'),
  ])
}

function findingToRow(finding: Finding): string {
  const { what, value, unit, goal } = finding
  const reached = isReached(finding)
  return row([
    what,
    toText(value, unit),
    goal === undefined ? '' : `${goal.bound} ${goal.value} ${unit}`,
    reached === undefined ? '' : reached ? 'yes' : 'no',
  ])
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Three digits are more than a machine repeats. */
function toText(value: number | undefined, unit: string): string {
  return value === undefined
    ? ''
    : `${value >= 1000 ? value.toFixed(0) : Number(value.toPrecision(3))} ${unit}`
}
