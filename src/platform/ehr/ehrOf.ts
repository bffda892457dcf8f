import { isSameServer } from '../../core/ehr/launchRequest'
import type { Config } from '../../config/config'
import type { Ehr } from '../../config/ehrs'

/** The EHR that a launch means, by the address of its FHIR server. */
export const ehrOf = ({ ehrs }: Pick<Config, 'ehrs'>, iss: string): Ehr | undefined =>
  ehrs.find(({ issuer }) => isSameServer(issuer, iss))
