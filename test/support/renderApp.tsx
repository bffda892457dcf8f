import { ThemeProvider } from '@mui/material/styles'
import { render } from '@testing-library/react'
import { StrictMode, type ReactElement } from 'react'
import { ServicesContext } from '../../src/app/ServicesContext'
import { createCodeRenderer } from '../../src/core/codes/codeRenderer'
import { createOpeningHold } from '../../src/core/openingHold'
import type { OpenedShx, OpenFailure } from '../../src/core/openSHX'
import type { Result } from '../../src/core/result'
import { createSession, type Open, type OpenRequest } from '../../src/core/session'
import { DEFAULT_CONFIG } from '../../src/config/config'
import { LanguageProvider } from '../../src/i18n/LanguageContext'
import { createLeaving } from '../../src/platform/leaving'
import type { Services } from '../../src/platform/services'
import { theme } from '../../src/ui/theme'

/** Opens nothing real: each request is kept, and answered when the test says so. */
export function scriptedSession() {
  const requests: OpenRequest[] = []
  const answers: ((result: Result<OpenedShx, OpenFailure>) => void)[] = []
  const open: Open = (request) => {
    requests.push(request)
    return new Promise((resolve) => {
      answers.push(resolve)
    })
  }
  const session = createSession(open, (opened) => Promise.resolve(opened))
  return { session, requests, answer: (result: Result<OpenedShx, OpenFailure>) => answers.shift()?.(result) }
}

/** Renders as the entry point does, strict mode included: what runs twice there must not ask twice. */
export function renderApp(ui: ReactElement, services: Partial<Services> = {}) {
  const session = services.session ?? scriptedSession().session
  const all: Services = {
    session,
    leaving: createLeaving(session, () => 'SHX Viewer'),
    hold: createOpeningHold(),
    config: Promise.resolve({ config: DEFAULT_CONFIG, rejected: [] }),
    codes: createCodeRenderer(() => Promise.resolve(undefined)),
    dictionaries: () => Promise.resolve([]),
    buildFacts: () => Promise.resolve({ version: '0.0.0', parts: [], texts: [] }),
    samples: { list: () => Promise.resolve([]) },
    rememberRecipient: () => undefined,
    usualRecipient: Promise.resolve('SHX viewer (viewer.example)'),
    capture: {
      loadCamera: () => Promise.reject(new Error('No camera in this test')),
      readDocument: () => Promise.resolve({ ok: false, error: { code: 'READER_UNAVAILABLE' } }),
      openWindow: () => 'blocked',
    },
    listenForScans: () => () => undefined,
    clock: () => new Date('2026-11-24T12:00:00Z'),
    ...services,
  }
  return render(
    <StrictMode>
      <ThemeProvider theme={theme}>
        <LanguageProvider initialLanguage="en" onChange={() => undefined}>
          <ServicesContext value={all}>{ui}</ServicesContext>
        </LanguageProvider>
      </ThemeProvider>
    </StrictMode>,
  )
}
