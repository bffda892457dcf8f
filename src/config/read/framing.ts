import type { FramingConfig } from '../framing'
import { origin } from './addresses'
import { list, type Readers } from './reader'

export const framing: Readers<FramingConfig> = { frameAncestors: list(origin) }
