import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingFonts, pdfFonts } from '../../scripts/pdfFonts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shx-fonts-'))
  const dependencies = {
    '@fontsource/noto-sans': '5.3.0',
    '@fontsource/noto-sans-thai': '5.3.0',
    react: '19.0.0',
  }
  await writeFile(join(root, 'package.json'), JSON.stringify({ dependencies }))
  await writeFile(join(root, 'entry.js'), 'export const built = true')
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function install(name: string, ...files: readonly string[]): Promise<void> {
  const folder = join(root, 'node_modules', name, 'files')
  await mkdir(folder, { recursive: true })
  for (const file of files) await writeFile(join(folder, file), '')
}

const buildIt = () =>
  build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [pdfFonts()],
    build: { rolldownOptions: { input: join(root, 'entry.js') } },
  })

test('a build without a font for PDFs fails, and says which and what to do', async () => {
  await install('@fontsource/noto-sans', 'noto-sans-latin-400-normal.woff')
  await install('@fontsource/noto-sans-thai', 'noto-sans-thai-thai-400-normal.woff2')
  await expect(buildIt()).rejects.toThrow(/not installed in .*: @fontsource\/noto-sans-thai\. Run "npm ci"/)
})

test('a build with all of them succeeds', async () => {
  await install('@fontsource/noto-sans', 'noto-sans-latin-400-normal.woff')
  await install('@fontsource/noto-sans-thai', 'noto-sans-thai-thai-400-normal.woff')
  await expect(buildIt()).resolves.toBeDefined()
})

test('this folder has them all', () => {
  expect(missingFonts(resolve('.'))).toEqual([])
})
