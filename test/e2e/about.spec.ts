import { readFile } from 'node:fs/promises'
import { readBuildFacts } from '../../src/core/buildFacts'
import { sampleCard, test as cameraTest } from './support/camera'
import { expect, test } from './support/viewer'

/** Licences under which work of others may be part of a build. */
const WELCOME = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Zlib',
  'CC0-1.0',
  'OFL-1.1',
  'Public domain',
])
/** One with more terms, looked at: a font that pdf.js brings, in files of its own, which lays nothing on documents. */
const LOOKED_AT = new Map([['Liberation Sans', 'GPL-2.0-only WITH Font-exception-2.0']])

/** One licence of an `OR` will do, and every one of an `AND` has to. */
const isWelcome = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => WELCOME.has(licence.trim())))

test('everything of others in the build has a licence that we can keep', async () => {
  const facts = readBuildFacts(JSON.parse(await readFile('dist/about.json', 'utf8')))
  const parts = facts?.parts ?? []
  const names = parts.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining([
      'react',
      'react-dom',
      '@mui/material',
      'jose',
      'pdfjs-dist',
      'zxing-wasm',
      'Foxit fonts',
    ]),
  )
  const others = parts.filter(({ name, licence }) => !isWelcome(licence) && LOOKED_AT.get(name) !== licence)
  expect(others).toEqual([])
  const needText = parts.filter(({ licence }) => !/^(?:CC0-1\.0|Public domain)$/.test(licence))
  expect(needText.filter(({ text }) => !facts?.texts[text ?? -1]).map(({ name }) => name)).toEqual([])
})

test('About names version, parts and licences, and fetches the list when it is asked for', async ({
  page,
  viewer,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await viewer.start()
  await page.locator('[data-tab="about"]').click()
  await expect(page.locator('[data-shx-version]')).toContainText('Version')
  expect(asked).not.toContain('/about.json')
  await page.getByRole('button', { name: 'Show parts and licences' }).click()
  const jose = page.locator('[data-built-with="jose"]')
  await expect(jose).toContainText('MIT')
  await jose.locator('summary').click()
  await expect(jose.locator('pre')).toContainText('Permission is hereby granted')
})

test('where the list cannot be had, it says so and can be asked for again', async ({ page, viewer }) => {
  await page.route('**/about.json', (route) => route.fulfill({ status: 404, body: '' }), { times: 1 })
  await viewer.start()
  await page.locator('[data-tab="about"]').click()
  await page.getByRole('button', { name: 'Show parts and licences' }).click()
  await expect(page.locator('main')).toContainText('The list could not be loaded.')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('[data-built-with="react"]')).toBeVisible()
})

cameraTest.describe('with a card in front of the camera', () => {
  cameraTest.use({ film: { pictures: async () => [[await sampleCard('health-card')]] } })

  cameraTest('the camera test says what was read, and opens nothing', async ({ page, viewer }) => {
    await viewer.start()
    await page.locator('[data-tab="about"]').click()
    await page.getByRole('button', { name: 'Test the camera' }).click()
    const tested = page.locator('[data-shx-camera-test]')
    await expect(tested).toHaveAttribute('data-shx-camera-test', 'done')
    await expect(tested).toContainText('The camera works, and reads codes.')
    await expect(tested).toContainText('shc:/')
    await expect(page.locator('video')).toHaveCount(0)
    await page.locator('[data-tab="data"]').click()
    await expect(viewer.data).toHaveAttribute('data-shx-phase', 'empty')
  })
})
