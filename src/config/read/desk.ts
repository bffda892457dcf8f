import type { DeskConfig } from '../desk'
import { number, type Readers } from './reader'

export const desk: Readers<DeskConfig> = {
  clearAfterMinutes: number(0, 240),
  closeUndoSeconds: number(0, 60),
}
