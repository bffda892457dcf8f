import { createContext, useContext } from 'react'
import { DEFAULT_CONFIG, type Config } from '../config/config'

/** What this deployment has decided; the defaults where nobody says. */
export const ConfigContext = createContext<Config>(DEFAULT_CONFIG)

export const useConfig = (): Config => useContext(ConfigContext)
