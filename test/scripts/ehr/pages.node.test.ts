import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readEhrArguments } from '../../../scripts/ehr/ehrArguments'
import { startEhr, type RunningEhr } from '../../../scripts/ehr/server'
import { EhrClient, VIEWER } from '../../support/node/ehrClient'

let ehr: RunningEhr

beforeAll(async () => {
  ehr = await startEhr({ viewer: VIEWER })
})
afterAll(() => ehr.stop())
beforeEach(() => ehr.quirks.clear())

const page = async (path: string): Promise<string> => (await fetch(`${ehr.origin}${path}`)).text()

test('a chart has the viewer in a frame, which may use the camera under the viewer’s own origin', async () => {
  const text = await page('/chart?chart=hart')
  expect(text).toContain('allow="camera http://localhost:4999; clipboard-write http://localhost:4999"')
  expect(text).toMatch(/src="http:\/\/localhost:4999\/viewer\/launch\.html\?iss=[^"&]+&amp;launch=[^"&]+"/)
})

test('each visit of a chart is a launch of its own', async () => {
  const launches = await Promise.all([page('/chart?chart=hart'), page('/chart?chart=hart')])
  expect(new Set(launches.map((text) => /launch=([\w-]+)/.exec(text)?.[1])).size).toBe(2)
})

test('pages load nothing from elsewhere', async () => {
  for (const path of ['/', '/charts', '/documents?chart=hart']) {
    const addresses = [...(await page(path)).matchAll(/(?:src|href|action)="(https?:[^"]+)"/g)].map(
      ([, url]) => url,
    )
    expect(addresses.filter((url) => !url?.startsWith(VIEWER))).toEqual([])
  }
})

test('what an application has saved is among the documents, and can be opened', async () => {
  const client = new EhrClient(ehr)
  const { access_token: token } = await client.signIn('castellanos')
  const body = JSON.stringify({
    resourceType: 'DocumentReference',
    status: 'current',
    description: '<b>Card</b>',
    subject: { reference: 'Patient/castellanos' },
    content: [{ attachment: { contentType: 'application/pdf', data: 'JVBERi0xLjQ=' } }],
  })
  const headers = { 'content-type': 'application/fhir+json' }
  const { json } = await client.fhir('DocumentReference', token, { method: 'POST', body, headers })
  const text = await page('/documents?chart=castellanos')
  expect(text).toContain('&lt;b&gt;Card&lt;/b&gt;</a> <b>saved by an application</b>')
  expect(await page(`/document?chart=castellanos&id=${String(json['id'])}`)).toBe('%PDF-1.4')
  const other = await fetch(`${ehr.origin}/document?chart=hart&id=${String(json['id'])}`)
  expect(other.status).toBe(404)
})

test('only its own page switches what it does', async () => {
  const post = (origin: string): Promise<Response> =>
    fetch(`${ehr.origin}/quirks`, {
      method: 'POST',
      body: new URLSearchParams([
        ['quirk', 'deny'],
        ['quirk', 'nonsense'],
      ]),
      headers: { origin },
      redirect: 'manual',
    })
  expect((await post('https://evil.example')).status).toBe(404)
  expect([...ehr.quirks]).toEqual([])
  await post(ehr.origin)
  expect([...ehr.quirks]).toEqual(['deny'])
  expect(await page('/')).toContain('value="deny" checked')
})

test.each([
  [['--quirk', 'oracle,deny', '--quirk', 'expired'], { quirks: ['oracle', 'deny', 'expired'] }],
  [['--port', '81', '--viewer-port', '82', '--built'], { ehrPort: 81, viewerPort: 82, built: true }],
])('%j is understood', (argv, expected) => {
  expect(readEhrArguments(argv)).toMatchObject({ ok: true, value: expected })
})

test.each([[['--quirk', 'oracl']], [['--port', 'x']], [['--port', '70000']], [['extra']]])(
  '%j is refused',
  (argv) => {
    expect(readEhrArguments(argv).ok).toBe(false)
  },
)
