import { useEffect, useState } from 'react'
import { DEFAULT_CONFIG, type Config } from '../config/config'
import { useServices } from './ServicesContext'

/** What the deployment has decided; the defaults until that is known. */
export function useConfig(): Config {
  const { config } = useServices()
  const [known, setKnown] = useState(DEFAULT_CONFIG)
  useEffect(() => {
    let current = true
    void config.then((parsed) => current && setKnown(parsed.config))
    return () => {
      current = false
    }
  }, [config])
  return known
}
