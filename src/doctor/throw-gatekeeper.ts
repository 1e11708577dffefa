import type { GatekeeperKind } from '../site/gatekeepers.ts'
import type { Patient } from './patient.ts'

/** @throws SiteError where such a gatekeeper refuses the index of the REST API */
export async function throwGatekeeper(patient: Patient, kind: GatekeeperKind): Promise<void> {
  const refusal = await patient.refusal()
  if (refusal?.gatekeeper === kind) throw refusal
}
