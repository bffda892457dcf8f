// The service worker of the installed app. The build gives it a name that never changes, and fills in what it may keep.
import type { CopyList } from './platform/installed/plan'
import { runWorker, type WorkerScope } from './platform/installed/worker'

/** Written by the build: scripts/serviceWorker.ts. */
declare const SHX_COPY_LIST: CopyList

runWorker(globalThis as unknown as WorkerScope, SHX_COPY_LIST)
