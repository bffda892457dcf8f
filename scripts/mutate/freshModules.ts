import { vi } from 'vitest'

// A change to what a module does while it loads is only seen by a test that loads it anew.
vi.resetModules()
