import { loadConfig } from '../config/load.ts'
import { diagnose } from '../doctor/diagnose.ts'
import { Patient } from '../doctor/patient.ts'
import { EXAMINATIONS, WRITING } from '../doctor/registry.ts'
import { ExitCode } from '../errors.ts'
import { say } from '../language/say.ts'
import { diagnosesToJson, diagnosesToSummary, diagnosesToText, hasFault } from '../report/doctor.ts'
import type { Output } from './output.ts'

export interface DoctorOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Print one JSON document. */
  readonly json: boolean
  /** Also make a draft and a picture, and delete them again. */
  readonly write: boolean
}

/**
 * Finds out why a site does not work, and says what to do. Changes nothing on the site
 * without `write`.
 *
 * @returns 0 where publishing would work, otherwise 1
 */
export async function doctor(options: DoctorOptions, output: Output): Promise<ExitCode> {
  const patient = new Patient(await loadConfig(options.config))
  const examinations = options.write ? [...EXAMINATIONS, ...WRITING] : EXAMINATIONS
  const diagnoses = await output.during(say`Examining the site`, (update) =>
    diagnose(patient, examinations, (name) => update(say`Examining the site: ${name}`)),
  )
  if (options.json) output.print(diagnosesToJson(diagnoses))
  else output.print(`${diagnosesToText(diagnoses)}\n\n${diagnosesToSummary(diagnoses)}`)
  return hasFault(diagnoses) ? ExitCode.content : ExitCode.ok
}
