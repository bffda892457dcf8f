// Finds a Chromium for the end-to-end tests, and gets one where there is none.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a browser that is there already: `SHX_BROWSER`, then the PATH, then the usual places. */
export function findBrowser() {
  const named = process.env.SHX_BROWSER
  if (named) return existsSync(named) ? named : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES]
  return candidates.find((path) => existsSync(path)) ?? downloadedBrowser()
}

/** The browser that Playwright has downloaded, if it has. */
function downloadedBrowser() {
  try {
    const code =
      "import { chromium } from '@playwright/test'; process.stdout.write(chromium.executablePath())"
    const path = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** Finds a browser or installs one: Playwright's own download first, then Debian's package. */
export function provideBrowser() {
  const found = findBrowser()
  if (found || process.env.SHX_BROWSER) return found
  console.log('No Chromium found; asking Playwright for one…')
  spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  })
  return findBrowser() ?? fromDebian()
}

function fromDebian() {
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) return undefined
  console.log('Installing the Debian package "chromium"…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    stdio: 'inherit',
    env,
  })
  return findBrowser()
}
