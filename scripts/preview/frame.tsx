import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { StrictMode, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { BundleContent } from '../../src/app/data/BundleContent'
import { useViewContext } from '../../src/app/data/useViewContext'
import { Panel } from '../../src/app/Panel'
import { ServicesContext } from '../../src/app/ServicesContext'
import type { OrganizedBundle } from '../../src/core/organizeResources'
import { loadLanguage } from '../../src/i18n/defineMessages'
import { bestLanguage } from '../../src/i18n/language'
import { LanguageProvider } from '../../src/i18n/LanguageContext'
import { createServices } from '../../src/platform/services'
import { RENDERERS } from '../../src/renderers/registry'
import type { Renderer } from '../../src/renderers/renderer'
import { theme } from '../../src/ui/theme'
import { pretend } from './pretend.ts'
import { SAMPLES } from './samples.ts'

const wanted = new URLSearchParams(window.location.search)
const language = bestLanguage([wanted.get('lang') ?? 'en'])
const bundle = await SAMPLES.get(wanted.get('sample') ?? '')?.()
const renderer = RENDERERS.find(({ id }) => id === wanted.get('renderer'))

interface ContentProps {
  readonly of: OrganizedBundle
  readonly by: Renderer
}

function Content({ of, by }: ContentProps): ReactElement {
  const context = useViewContext()
  return (
    <Panel>
      <h2 style={{ marginBlock: 0, fontSize: '1.375rem' }}>{by.title(language, of)}</h2>
      <BundleContent bundle={of} renderer={by} context={context} />
    </Panel>
  )
}

/** The frame is as high as what it shows, so that the sheet scrolls and the frames do not. */
function growWithContent(): void {
  new ResizeObserver(() => {
    window.frameElement?.setAttribute('height', String(document.body.scrollHeight + 20))
  }).observe(document.body)
}

const root = document.querySelector('#root')
if (root && bundle && renderer) {
  await loadLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = wanted.get('dir') ?? 'ltr'
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <LanguageProvider initialLanguage={language} onChange={() => undefined}>
          <ServicesContext value={createServices(new URL('/', window.location.href))}>
            <Content of={bundle} by={renderer} />
          </ServicesContext>
        </LanguageProvider>
      </ThemeProvider>
    </StrictMode>,
  )
  pretend({ print: wanted.has('print'), dark: wanted.has('dark') })
  growWithContent()
} else {
  document.body.textContent = 'No such sample or renderer.'
}
