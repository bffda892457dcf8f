// `npm test`: every check there is, one after the other, and one line at the end. `npm test -- unit e2e` runs some.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideBrowser } from './browser.mjs'

const reports = mkdtempSync(join(tmpdir(), 'shx-test-'))
const totals = { passed: 0, failed: 0, skipped: 0 }

const STEPS = {
  types: () => check('npm', ['run', '--silent', 'check:types']),
  lint: () => check('npm', ['run', '--silent', 'check:lint']),
  format: () => check('npm', ['run', '--silent', 'check:format']),
  unit: runUnitTests,
  build: () => check('npm', ['run', '--silent', 'build']),
  size: () => check('npm', ['run', '--silent', 'check:size']),
  e2e: runBrowserTests,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((step) => !Object.hasOwn(STEPS, step))
if (unknown.length > 0) {
  console.error(`There is no step "${unknown.join('", "')}". Steps: ${Object.keys(STEPS).join(', ')}.`)
  process.exit(2)
}
for (const [name, run] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n== ${name}`)
  run()
}
rmSync(reports, { recursive: true, force: true })
console.log(
  `\n${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`,
)
process.exit(totals.failed > 0 ? 1 : 0)

/** A check without tests of its own counts as one. */
function check(command, args) {
  const passed = runs(command, args)
  totals[passed ? 'passed' : 'failed'] += 1
}

function runs(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  })
  return status === 0
}

function runUnitTests() {
  const file = join(reports, 'unit.json')
  const passed = runs('npx', [
    '--no-install',
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readJson(file)
  count(passed, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  })
}

function runBrowserTests() {
  const browser = provideBrowser()
  if (!browser) {
    console.error(
      'The end-to-end tests need a Chromium: install Chromium or Chrome, or set SHX_BROWSER to the path of one.',
    )
    totals.failed += 1
    return
  }
  console.log(`Browser: ${browser}`)
  const file = join(reports, 'e2e.json')
  const passed = runs('npx', ['--no-install', 'playwright', 'test', '--reporter=list,json'], {
    SHX_BROWSER: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const stats = readJson(file)?.stats
  count(passed, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  })
}

/** A runner that fails without naming a failed test has still failed. */
function count(passed, { passed: good, failed: bad, skipped }) {
  totals.passed += good
  totals.failed += passed ? bad : Math.max(bad, 1)
  totals.skipped += skipped
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
