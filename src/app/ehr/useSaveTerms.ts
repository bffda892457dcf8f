import { useEffect, useState } from 'react'
import type { Config } from '../../config/config'
import type { SaveForm } from '../../config/ehrs'
import type { EhrConnection } from '../../core/ehr/connection'
import { isSameServer } from '../../core/ehr/launchRequest'
import { useServices } from '../ServicesContext'

export interface SaveTerms {
  /** Whether the deployment offers saving at all. */
  readonly offered: boolean
  /** Forms in which this EHR takes a record. */
  readonly forms: readonly SaveForm[]
}

/** What the deployment says about saving to this EHR; `undefined` until its configuration was read. */
export function useSaveTerms({ base }: Pick<EhrConnection, 'base'>): SaveTerms | undefined {
  const { config } = useServices()
  const [read, setRead] = useState<Config>()
  useEffect(() => {
    let current = true
    void config.then((parsed) => current && setRead(parsed.config))
    return () => {
      current = false
    }
  }, [config])
  return read && { offered: read.features.saveToRecord, forms: formsOf(read, base) }
}

const formsOf = ({ ehrs }: Config, base: string): readonly SaveForm[] =>
  ehrs.find(({ issuer }) => isSameServer(issuer, base))?.saveForms ?? ['pdf']
