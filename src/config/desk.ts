/** What a machine that many people share forgets by itself. No address of the page can set any of it. */
export interface DeskConfig {
  /**
   * Minutes without a key, a touch or a movement of the pointer after which what is open is forgotten; half a minute
   * before, the reader is asked. 0 never does that. It does not apply in a frame of another page or after the launch
   * by an EHR, which lock themselves.
   */
  readonly clearAfterMinutes: number
  /** Seconds in which a record that was closed can be brought back. 0 forgets it at once. */
  readonly closeUndoSeconds: number
}

export const desk: DeskConfig = { clearAfterMinutes: 10, closeUndoSeconds: 15 }
