// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { About } from '../../src/app/about/About'
import { ConfigContext } from '../../src/app/ConfigContext'
import { FileButton } from '../../src/app/FileButton'
import { nextTab } from '../../src/app/leaving/nextTab'
import { shownTab, useOfferedTabs } from '../../src/app/offeredTabs'
import { DEFAULT_CONFIG, type Config } from '../../src/config/config'
import type { Features } from '../../src/config/features'
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
