import { UserError } from '../errors.ts'
import type { Examination, Finding } from './examination.ts'
import type { Patient } from './patient.ts'

/** What came of one examination. */
export interface Diagnosis {
  readonly name: string
  readonly about: string
  readonly result:
    | Finding
    | { readonly grade: 'fault'; readonly error: UserError }
    /** `because` is the name of the fault that keeps it from telling anything. */
    | { readonly grade: 'not examined'; readonly because: string }
}

/**
 * Examines a site, one question after another; what depends on a fault is not asked.
 *
 * @param onProgress is told the name of each examination before it begins
 * @returns one diagnosis for each examination, in their order
 */
export async function diagnose(
  patient: Patient,
  examinations: readonly Examination[],
  onProgress: (name: string) => void = () => {},
): Promise<Diagnosis[]> {
  const causes = new Map<Examination, string>()
  const diagnoses: Diagnosis[] = []
  for (const examination of examinations) {
    const { name, about, needs } = examination
    const because = needs.map((need) => causes.get(need)).find((cause) => cause !== undefined)
    if (because !== undefined) {
      causes.set(examination, because)
      diagnoses.push({ name, about, result: { grade: 'not examined', because } })
      continue
    }
    onProgress(name)
    const result = await examineOne(examination, patient)
    if (result.grade === 'fault') causes.set(examination, name)
    diagnoses.push({ name, about, result })
  }
  return diagnoses
}

/**
 * The first fault of a site, as `diagnose` finds it, and no question more.
 *
 * @returns `undefined` where there is none
 */
export async function findFirstFault(
  patient: Patient,
  examinations: readonly Examination[],
): Promise<UserError | undefined> {
  for (const examination of examinations) {
    const result = await examineOne(examination, patient)
    if (result.grade === 'fault') return result.error
  }
  return undefined
}

async function examineOne(examination: Examination, patient: Patient): Promise<Diagnosis['result']> {
  try {
    return await examination.examine(patient)
  } catch (error) {
    if (error instanceof UserError) return { grade: 'fault', error }
    throw error
  }
}
