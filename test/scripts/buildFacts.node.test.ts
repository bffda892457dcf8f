import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commitOf } from '../../scripts/buildFacts/commit'
import { NOT_STATED, packageFolder } from '../../scripts/buildFacts/packages'
import { partsOf } from '../../scripts/buildFacts/parts'

const ROOT = resolve('.')
const named = (...modules: readonly string[]) =>
  partsOf(
    modules.map((path) => join(ROOT, path)),
    ROOT,
  )

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shx-facts-'))
})
afterAll(() => rm(folder, { recursive: true }))

const git = (...argv: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...argv], {
    cwd: join(folder, 'r'),
  })

describe('what a build is made of', () => {
  test('a package is named once, with its licence and the text of it', () => {
    const parts = named('node_modules/jose/dist/a.js', 'node_modules/jose/dist/b.js?x', 'src/main.tsx')
    const jose = parts.filter(({ name }) => name === 'jose')
    expect(jose).toHaveLength(1)
    expect(jose[0]).toMatchObject({
      licence: 'MIT',
      text: expect.stringContaining('Permission is hereby granted'),
    })
  })

  test('a package within a package is that one', () => {
    expect(packageFolder('/p/node_modules/a/node_modules/@b/c/d.js?url')).toBe(
      '/p/node_modules/a/node_modules/@b/c',
    )
    expect(packageFolder('/p/src/a.ts')).toBeUndefined()
  })

  test('a font and a decoder have the licences that lie beside them, and only these', () => {
    const names = named(
      'node_modules/pdfjs-dist/build/pdf.mjs',
      'node_modules/pdfjs-dist/standard_fonts/FoxitFixed.pfb?url',
      'node_modules/pdfjs-dist/wasm/openjpeg.wasm?url',
    ).map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['pdfjs-dist', 'Foxit fonts', 'OpenJPEG', 'pdf.js.openjpeg']),
    )
    expect(names).not.toContain('Liberation Sans')
    expect(names.some((name) => name.includes('QUICKJS'))).toBe(false)
  })

  test('what is compiled into a package is named with it', () => {
    const parts = named(
      'node_modules/zxing-wasm/dist/reader/index.js',
      'node_modules/pdfjs-dist/build/pdf.mjs',
    )
    expect(parts.find(({ name }) => name === 'zxing-cpp')).toMatchObject({
      licence: 'Apache-2.0',
      text: expect.stringContaining('Apache License'),
    })
  })

  test('a licence that nobody has looked at does not pass for one that is known', async () => {
    const own = join(folder, 'node_modules', 'new-font')
    await mkdir(join(own, 'fonts'), { recursive: true })
    await writeFile(join(own, 'package.json'), JSON.stringify({ name: 'new-font', version: '1.0.0' }))
    await writeFile(join(own, 'fonts', 'LICENSE'), 'Some terms')
    const parts = partsOf([join(own, 'fonts', 'new.ttf')], folder)
    const notStated = parts.filter(({ licence }) => licence === NOT_STATED).map(({ name }) => name)
    expect(notStated).toEqual(['new-font', 'new-font/fonts/LICENSE'])
  })
})

describe('which commit a build is from', () => {
  test('the one that the folder holds, unless something was changed since', async () => {
    await mkdir(join(folder, 'r', 'public'), { recursive: true })
    await mkdir(join(folder, 'r', 'inner'))
    await writeFile(join(folder, 'r', 'a.txt'), 'a')
    await writeFile(join(folder, 'r', 'public', 'config.json'), '{}')
    await writeFile(join(folder, 'r', 'inner', 'b.txt'), 'b')
    git('init', '-q')
    git('add', '-A')
    git('commit', '-q', '-m', 'first')
    const commit = commitOf(join(folder, 'r'))
    expect(commit?.id).toMatch(/^[\da-f]{40}$/)
    expect(Number.isNaN(Date.parse(commit?.date ?? ''))).toBe(false)
    // A deployment's own settings are no change of the viewer.
    await writeFile(join(folder, 'r', 'public', 'config.json'), '{"recipient":"Clinic"}')
    expect(commitOf(join(folder, 'r'))).toEqual(commit)
    await writeFile(join(folder, 'r', 'a.txt'), 'changed')
    expect(commitOf(join(folder, 'r'))).toBeUndefined()
  })

  test('none for a copy without git, nor for a folder within somebody else’s repository', () => {
    expect(commitOf(folder)).toBeUndefined()
    expect(commitOf(join(folder, 'r', 'inner'))).toBeUndefined()
  })
})
