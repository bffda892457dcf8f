// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { BundleView } from '../../src/app/data/BundleView'
import { Data } from '../../src/app/data/Data'
import { HowChecked } from '../../src/app/data/HowChecked'
import type { OpenedShx } from '../../src/core/openSHX'
import { err } from '../../src/core/result'
import { createSession, type Session } from '../../src/core/session'
import type { Verdict } from '../../src/core/verdict'
import { directoryOf, listed, loading, revoking, SOURCE } from '../support/directories'
import { chunksOf, issue, newIssuer } from '../support/issueCard'
import { opened } from '../support/open'
import { renderApp, scriptedSession } from '../support/renderApp'

afterEach(cleanup)

const open = async (text: string, ...entries: readonly unknown[]): Promise<OpenedShx> =>
  opened(text, { loadDirectories: loading(directoryOf(entries)) })

const verdictIn = ({ bundles }: OpenedShx): Verdict => {
  const verdict = bundles[0]?.verdict
  if (!verdict) throw new Error('no bundle')
  return verdict
}

/** Opens the details; a browser does it on a press on their summary. */
function unfold(): void {
  const details = document.querySelector('details')
  if (!details) throw new Error('no details')
  details.open = true
  fireEvent(details, new Event('toggle'))
}

test('the details tell key, lists with their dates, and every departure with code, clause and value', async () => {
  const issuer = await newIssuer()
  const jws = await issue(issuer, { rid: 'a', packing: 'zlib' })
  const entry = listed(issuer, { key: { crlVersion: 1 }, crls: [revoking(issuer, ['b'])] })
  const kept = [{ bundled: 'resource:1', hosted: 'https://ehr.example/Immunization/1' }]
  renderApp(<HowChecked verdict={verdictIn(await open(jws, entry))} kept={kept} />)
  unfold()
  const text = document.body.textContent
  expect(text).toContain('(payload-zlib-wrapped; clause: Health Cards are Compact; seen: zlib)')
  expect(text).toContain(issuer.kid)
  expect(text).toContain('The same as the kid')
  expect(text).toContain(`${SOURCE}, of June 1`)
  expect(text).toContain(`${SOURCE}, version 1, of June 1`)
  expect(text).toContain('resource:1: https://ehr.example/Immunization/1')
})

test('how well the issuer knows the person is told as the issuer’s own word', async () => {
  const issuer = await newIssuer()
  const security = [{ code: 'IAL2' }]
  const entry = [{ resource: { resourceType: 'Patient', meta: { security } } }]
  const jws = await issue(issuer, { bundle: { resourceType: 'Bundle', type: 'collection', entry } })
  renderApp(<HowChecked verdict={verdictIn(await open(jws, listed(issuer)))} />)
  unfold()
  expect(document.body.textContent).toContain('IAL2, as the issuer states it')
})

/** A session that counts who was asked, and asks nobody. */
function countingSession(): { readonly session: Session; readonly asked: string[] } {
  const asked: string[] = []
  const { session } = scriptedSession()
  const checkWithIssuer = async (iss: string): Promise<void> => void asked.push(iss)
  return { session: { ...session, checkWithIssuer }, asked }
}

test('an issuer is asked on the second press, never on the first, and only where nobody lists it', async () => {
  const issuer = await newIssuer('https://stranger.example')
  const { session, asked } = countingSession()
  const [bundle] = (await open(await issue(issuer))).bundles
  if (!bundle) throw new Error('no bundle')
  renderApp(<BundleView verified={bundle} from={undefined} />, { session })
  fireEvent.click(screen.getByRole('button', { name: 'Check with the issuer' }))
  expect(asked).toEqual([])
  expect(document.body.textContent).toContain('knows that somebody is looking at a card')
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  fireEvent.click(screen.getByRole('button', { name: 'Check with the issuer' }))
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Ask stranger.example' })))
  expect(asked).toEqual(['https://stranger.example'])
})

test.each<[string, (issuer: Awaited<ReturnType<typeof newIssuer>>) => readonly unknown[], object]>([
  ['is listed', (issuer) => [listed(issuer)], {}],
  ['signed something that is expired', () => [], { claims: { exp: 1 } }],
])('nothing offers to ask an issuer that %s', async (_, entries, card) => {
  const issuer = await newIssuer()
  const [bundle] = (await open(await issue(issuer, card), ...entries(issuer))).bundles
  if (!bundle) throw new Error('no bundle')
  renderApp(<BundleView verified={bundle} from={undefined} />)
  expect(screen.queryByRole('button', { name: 'Check with the issuer' })).toBeNull()
})

const SCREEN = { goScan: () => undefined, openFiles: () => undefined }

test('the next part of a card goes from the box beside the progress to the same opening', async () => {
  const [one = '', two = ''] = chunksOf(await issue(await newIssuer()), 2)
  const seen: string[] = []
  const session = createSession(
    async ({ text }) => {
      seen.push(text)
      return err({
        error: { code: 'QR_CHUNK_INCOMPLETE', have: 1, need: 2, missing: [2] },
        input: 'card-chunk',
        problems: [],
      })
    },
    (shx) => Promise.resolve(shx),
  )
  renderApp(<Data {...SCREEN} viewData={(text) => void session.open(text)} />, { session })
  await act(() => session.open(one))
  const box = document.querySelector<HTMLTextAreaElement>('[data-shx-parts="1/2"] [data-shx-input="text"]')
  expect(box).toBe(document.activeElement)
  if (!box) return
  box.value = two
  await act(async () => fireEvent.keyDown(box, { key: 'Enter' }))
  expect(seen).toEqual([one, `${one}\n${two}`])
})
