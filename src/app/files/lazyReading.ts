import type { FileReading, FileReadingOptions, FilesState } from './fileReading'

const IDLE: FilesState = { phase: 'idle' }

/** The reading of files, fetched with the first file: most people bring none. A later call wins, also while it is fetched. */
export function createLazyReading(options: FileReadingOptions): FileReading {
  let reading: FileReading | undefined
  let turn = 0
  /** What is said until the part is there: somebody waits for it already. */
  let waiting: FilesState = IDLE
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const wait = (next: FilesState): void => {
    if (next === waiting) return
    waiting = next
    tell()
  }
  const load = async (): Promise<FileReading | undefined> => {
    const part = await import('./fileReading').catch(() => undefined)
    if (!reading && part) {
      reading = part.createFileReading(options)
      reading.subscribe(tell)
    }
    return reading
  }
  return {
    state: () => (waiting === IDLE ? (reading?.state() ?? IDLE) : waiting),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: async (files) => {
      turn += 1
      const mine = turn
      if (!reading) wait({ phase: 'reading', file: 0, files: files.length, page: 0, pages: 1 })
      const loaded = reading ?? (await load())
      if (mine !== turn) return
      wait(IDLE)
      if (loaded) await loaded.read(files)
      else options.reject({ code: 'READER_UNAVAILABLE' })
    },
    choose: (choice) => reading?.choose(choice),
    cancel: () => {
      turn += 1
      wait(IDLE)
      reading?.cancel()
    },
  }
}
