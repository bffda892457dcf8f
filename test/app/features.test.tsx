// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { About } from '../../src/app/about/About'
import { ConfigContext } from '../../src/app/ConfigContext'
import { CheckWithIssuer } from '../../src/app/data/CheckWithIssuer'
import { Ready } from '../../src/app/data/Ready'
import { FileButton } from '../../src/app/FileButton'
import { nextTab } from '../../src/app/leaving/nextTab'
import { shownTab, useOfferedTabs } from '../../src/app/offeredTabs'
import { DEFAULT_CONFIG, type Config } from '../../src/config/config'
import type { Features } from '../../src/config/features'
import type { OpenedShx } from '../../src/core/openSHX'
import { renderApp } from '../support/renderApp'

afterEach(cleanup)

const without = (...names: (keyof Features)[]): Config => ({
  ...DEFAULT_CONFIG,
  features: { ...DEFAULT_CONFIG.features, ...Object.fromEntries(names.map((name) => [name, false])) },
})

function Tabs({ config }: { readonly config: Config }) {
  return useOfferedTabs(config).join(' ')
}

test('without the camera there is no Photo screen, no test of it, and no way that leads there', () => {
  const config = without('camera')
  const { container } = render(<Tabs config={config} />)
  expect(container.textContent).toBe('start scan data about')
  expect(shownTab('photo', ['start', 'scan', 'data'])).toBe('start')
  expect(nextTab({ ...config, initialTab: 'photo', tabs: ['photo', 'data'] })).toBe('scan')
  renderApp(<About config={config} viewData={() => undefined} />)
  expect(screen.queryByRole('heading', { name: /camera/i })).toBeNull()
})

test('the camera is tested under About where it is offered', () => {
  renderApp(<About config={DEFAULT_CONFIG} viewData={() => undefined} />)
  expect(screen.getByRole('heading', { name: /camera/i })).toBeDefined()
})

const button = () => document.querySelector('[data-shx-input="file"]')

test('without files there is no button for them', () => {
  renderApp(<FileButton openFiles={() => undefined} />)
  expect(button()).not.toBeNull()
  cleanup()
  renderApp(
    <ConfigContext value={without('files')}>
      <FileButton openFiles={() => undefined} />
    </ConfigContext>,
  )
  expect(button()).toBeNull()
})

test('without the check with an issuer, no card offers to ask one', () => {
  const issuer = { iss: 'https://stranger.example', host: 'stranger.example' }
  renderApp(<CheckWithIssuer issuer={issuer} />)
  expect(screen.queryByRole('button')).not.toBeNull()
  cleanup()
  renderApp(
    <ConfigContext value={without('issuerCheck')}>
      <CheckWithIssuer issuer={issuer} />
    </ConfigContext>,
  )
  expect(screen.queryByRole('button')).toBeNull()
})

/** What came by a link that lets its reader ask a server. */
const offering: OpenedShx = {
  input: 'link',
  link: { flags: '', host: 'links.example' },
  bundles: [],
  attachments: [],
  problems: [{ code: 'API_ACCESS_OFFERED', host: 'fhir.example', file: 0 }],
  offers: [{ host: 'fhir.example', file: 0, fetch: () => Promise.reject(new Error('asked')) }],
}

test.each([
  ['with', DEFAULT_CONFIG, 1],
  ['without', without('liveConnections'), 0],
])('%s live connections, a server that may be asked has a button or only words', (_, config, buttons) => {
  renderApp(
    <ConfigContext value={config}>
      <Ready state={{ phase: 'ready', opened: offering, opening: 1 }} />
    </ConfigContext>,
  )
  expect(document.querySelectorAll('[data-shx-action="connect"]')).toHaveLength(buttons)
  expect(document.body.textContent).toContain('fhir.example')
  expect(document.body.textContent?.match(/API_ACCESS_OFFERED/g)).toHaveLength(1)
  // Nothing promises to ask where nobody can say so.
  expect(document.body.textContent).not.toContain('only when you say so')
  expect(document.body.textContent?.includes('not offered here')).toBe(buttons === 0)
})
