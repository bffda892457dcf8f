import { isArrival } from '../address'
import type { Brought } from './shared'

/** What of a launch is used; browsers that do not install apps have no types for it, nor has TypeScript. */
interface LaunchParams {
  readonly targetURL?: string | null
  readonly files?: readonly FileHandle[]
}

interface FileHandle {
  readonly kind: string
  readonly name: string
  readonly getFile?: () => Promise<File>
}

export interface LaunchQueue {
  readonly setConsumer: (consumer: (launch: LaunchParams) => void) => void
}

/**
 * Milliseconds within which a launch that is reported is the one that started this page. Its address has been read by
 * then; and after a reload the browser reports it again, files included, to a page that shall have forgotten them.
 */
const STARTING = 1_000

export interface LaunchOptions {
  /** Milliseconds since anything. */
  readonly now: () => number
  /** Whether this page was loaded again, or came back from the history. */
  readonly isRepeated: boolean
  readonly receive: (brought: Brought) => void
}

/**
 * Receives files that the system opens with the installed app, and links into the viewer that it hands to a window
 * that is there already. The window stays as it is: what arrives is opened like anything that is dropped on it, and an
 * address is only ever read as text.
 */
export function listenForLaunches(
  queue: LaunchQueue | undefined,
  { now, isRepeated, receive }: LaunchOptions,
): void {
  const started = now()
  queue?.setConsumer((launch) => {
    const isStart = now() - started < STARTING
    const files = launch.files ?? []
    if (files.length > 0) {
      if (!(isStart && isRepeated)) void filesOf(files).then((read) => receive({ ...BROUGHT, files: read }))
      return
    }
    const { targetURL } = launch
    if (!isStart && typeof targetURL === 'string' && isArrival(targetURL)) {
      receive({ ...BROUGHT, texts: [targetURL] })
    }
  })
}

const BROUGHT = { kind: 'brought', texts: [], files: [] } as const

/** A file that the system will not give is still named, and read as one that refuses. */
const filesOf = (handles: readonly FileHandle[]): Promise<readonly File[]> =>
  Promise.all(
    handles.map(async (handle) => {
      try {
        return (await handle.getFile?.()) ?? refusing(handle.name)
      } catch {
        return refusing(handle.name)
      }
    }),
  )

const refusing = (name: string): File =>
  Object.assign(new File([], name), { arrayBuffer: () => Promise.reject(new Error('refused')) })
