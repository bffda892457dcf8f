import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Browser } from '@playwright/test'
import { issueCardText, numericOf } from '../samples/issueCard'
import { readBundleText } from '../samples/material'
import { minifyText } from '../issue/minifyText'
import { cardContenders, type CardFixture } from './cardContenders'
import type { CardPage } from './cardPage'
import { measure, type Measured } from './measure'

const OPTIONS = { rounds: 30, runsPerRound: 20 }

/** A sample card that fits one QR code, signed with a throw-away key: the samples' own keys are never verified. */
export async function cardFixture(): Promise<CardFixture> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const secret = await exportJWK(privateKey)
  const { d: _, ...shared } = secret
  const kid = await calculateJwkThumbprint(shared)
  const iss = 'https://issuer.example'
  const jws = await issueCardText(minifyText(readBundleText('immunization-card')), { iss, key: secret })
  return { text: numericOf(jws), jws, iss, key: { ...shared, kid, use: 'sig', alg: 'ES256' } }
}

export const benchCardInNode = async (fixture: CardFixture): Promise<readonly Measured[]> =>
  measure(await cardContenders(fixture), OPTIONS)

/** The same code in a page of its own; localhost, because only a secure context has the cryptography. */
export async function benchCardIn(browser: Browser, fixture: CardFixture): Promise<readonly Measured[]> {
  const page = await browser.newPage()
  await page.route('http://localhost/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>bench' }),
  )
  await page.goto('http://localhost/bench')
  await page.addScriptTag({ content: await bundled(), type: 'module' })
  await page.waitForFunction(() => (globalThis as CardPage).benchCard !== undefined)
  const measured = await page.evaluate(
    ([given, options]) => (globalThis as CardPage).benchCard?.(given, options) ?? [],
    [fixture, OPTIONS] as const,
  )
  await page.close()
  return measured
}

/** The bench as one script, built as the viewer is. */
async function bundled(): Promise<string> {
  const input = fileURLToPath(new URL('cardPage.ts', import.meta.url))
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input, output: { codeSplitting: false } },
    },
  })
  const [output] = [result].flat()
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new TypeError('bench: nothing was built')
  return chunk.code
}
