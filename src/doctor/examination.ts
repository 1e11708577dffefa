import type { Patient } from './patient.ts'

/** What an examination found that keeps nobody from publishing; a fault is thrown, as by every other command. */
export type Finding = Sound | Advice

interface Sound {
  readonly grade: 'ok'
  /** What is so, in one sentence. */
  readonly says: string
}

interface Advice {
  readonly grade: 'advice'
  readonly says: string
  /** What to do about it. */
  readonly remedy: string
  /** Lines to copy. */
  readonly example?: string | undefined
}

/** One question to a site, and what it concludes from the answer. */
export interface Examination {
  /** Of one word or several joined by `-`; its section in docs/doctor.md. */
  readonly name: string
  /** What it looks at, as the documentation has it. */
  readonly about: string
  /** Those that have to be without a fault before this one can tell anything. */
  readonly needs: readonly Examination[]
  /**
   * Examines a site. Writes nothing there.
   *
   * @throws UserError that says what the fault is and what to do; everything else that is thrown is a bug
   */
  readonly examine: (patient: Patient) => Promise<Finding>
}
