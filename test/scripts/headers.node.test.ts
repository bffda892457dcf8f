import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesForDeploy } from '../../scripts/headers/files'
import { frameAncestorsIn } from '../../scripts/headers/frameAncestors'
import { headersCommand } from '../../scripts/headers/headersCommand'
import { headersFor } from '../../scripts/headers/match'
import { IMMUTABLE, siteHeaders } from '../../scripts/headers/rules'
import { headersFrom } from '../support/node/headerFile'

const EHR = 'https://ehr.example.org'
const closed = siteHeaders([])
const framed = siteHeaders([EHR])

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shx-headers-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('what is sent with which file', () => {
  test.each(['', 'index.html', 'shlink.html', 'shlink', 'SMARTHealthCard/', 'SMARTHealthCard/index.html'])(
    'a page that shows records is nobody’s to frame or to hold on to: %s',
    (address) => {
      expect(headersFor(address, closed)).toMatchObject({
        'Content-Security-Policy': "frame-ancestors 'none'",
        'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
        'Cache-Control': 'no-cache',
      })
    },
  )

  test.each(['captureQR.html', 'copyText.html', 'launch.html'])(
    'a page that talks to the window that opened it keeps that window: %s',
    (address) => {
      expect(headersFor(address, closed)).not.toHaveProperty('Cross-Origin-Opener-Policy')
    },
  )

  test('where an EHR may frame, it may, and it may open the viewer in a window that it keeps', () => {
    const headers = headersFor('index.html', framed)
    expect(headers['Content-Security-Policy']).toBe(`frame-ancestors 'self' ${EHR}`)
    expect(headers).not.toHaveProperty('Cross-Origin-Opener-Policy')
  })

  test.each(['assets/main-abc.js', 'pdf-maps/H-abc.bcmap', 'terminology/cdb10b1482ea/00.json'])(
    'a file with a hash in its address is kept for ever: %s',
    (address) => {
      expect(headersFor(address, closed)['Cache-Control']).toContain('immutable')
    },
  )

  test.each(['config.json', 'service-worker.js', 'manifest.webmanifest', 'terminology/manifest.json'])(
    'a file that may change is asked for again: %s',
    (address) => {
      expect(headersFor(address, closed)['Cache-Control']).toBe('no-cache')
    },
  )

  test('a worker may fetch from its own host only, and run nothing that is text', () => {
    const policy = headersFor('assets/pdfWorker-abc.js', closed)['Content-Security-Policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toContain("'unsafe-eval'")
    expect(policy).toContain("frame-ancestors 'none'")
  })

  test('no permission that the viewer uses is withheld', () => {
    const policy = headersFor('index.html', closed)['Permissions-Policy']
    expect(policy).toContain('camera=(self)')
    expect(policy).toContain('clipboard-write=(self)')
    expect(policy).toContain('geolocation=()')
  })
})

describe('the files for hosts', () => {
  test('what is in deploy/ is what the command gives', async () => {
    const read = frameAncestorsIn(await readFile('public/config.json', 'utf8'))
    const files = filesForDeploy({ frameAncestors: read.ok ? read.value : [], path: '/' })
    for (const [name, text] of Object.entries(files)) {
      expect(
        await readFile(join('deploy', name), 'utf8'),
        `npm run deploy:headers makes deploy/${name}`,
      ).toBe(text)
    }
  })

  test('`_headers` gives each file what the rules do, and no header twice that may not be', () => {
    const text = filesForDeploy({ frameAncestors: [], path: '/some/folder/' })['_headers'] ?? ''
    for (const address of [
      '',
      'index.html',
      'captureQR.html',
      'terminology/abc/0.json',
      'config.json',
      'icon.svg',
    ]) {
      const { 'Cache-Control': cache, ...expected } = headersFor(address, closed)
      const found = headersFrom(text, `/some/folder/${address}`)
      expect(found).toEqual(cache === 'no-cache' ? expected : { ...expected, 'Cache-Control': cache })
    }
    // Two policies, where a host sends both: each of them holds.
    expect(headersFrom(text, '/some/folder/assets/a.js')['Content-Security-Policy']).toMatch(
      /'none', default-src/,
    )
  })

  test('Azure takes the first route that fits: the list of dictionaries comes before the dictionaries', () => {
    const text = filesForDeploy({ frameAncestors: [], path: '/' })['staticwebapp.config.json'] ?? ''
    const { routes } = JSON.parse(text) as { routes: { route: string; headers: Record<string, string> }[] }
    const order = routes.map(({ route }) => route)
    expect(new Set(order).size).toBe(order.length)
    expect(order.indexOf('/terminology/manifest.json')).toBeLessThan(order.indexOf('/terminology/*'))
    expect(order.every((route) => !route.slice(0, -1).includes('*'))).toBe(true)
  })

  test('CloudFront sends no Cache-Control of its own, which it would send with errors, too', () => {
    const text = filesForDeploy({ frameAncestors: [EHR], path: '/' })['cloudfront.json'] ?? ''
    expect(JSON.parse(text)).toBeTypeOf('object')
    expect(text).not.toContain('Cache-Control')
    expect(text).toContain(`frame-ancestors 'self' ${EHR}`)
  })

  test('nginx and Apache keep no error as long as a file', () => {
    const files = filesForDeploy({ frameAncestors: [], path: '/' })
    expect(files['nginx.conf']).toMatch(/add_header Cache-Control \$shx_cache_control;/)
    expect(files['.htaccess']).toMatch(/^ {2}Header set Cache-Control/m)
    expect(files['.htaccess']).not.toMatch(/always set Cache-Control/)
  })

  test('nginx logs no query, which holds the code of a launch', () => {
    const text = filesForDeploy({ frameAncestors: [], path: '/' })['nginx.conf'] ?? ''
    expect(text).toContain('access_log /dev/stdout shx')
    expect(text).not.toMatch(/\$(?:request|request_uri|args|query_string|http_referer)\b/)
  })

  test('every kind of immutable file is named for each host', () => {
    const { 'cloudfront.json': _, ...files } = filesForDeploy({ frameAncestors: [], path: '/' })
    const folders = IMMUTABLE.map((path) => path.split('/')[0] ?? '')
    const missing = Object.entries(files).flatMap(([name, text]) =>
      folders.filter((each) => !text.includes(each)).map((each) => `${each} in ${name}`),
    )
    expect(missing).toEqual([])
  })
})

describe('who may frame, from config.json', () => {
  test('everybody that is named for any host', () => {
    const text = JSON.stringify({
      frameAncestors: [EHR],
      hosts: {
        'a.example': { frameAncestors: ['https://*.clinic.example'] },
        'b.example': { recipient: 'B' },
      },
    })
    expect(frameAncestorsIn(text)).toEqual({ ok: true, value: [EHR, 'https://*.clinic.example'] })
  })

  test.each([
    ['{"frameAncestors": ["https://ehr.example.org/path"]}', ['frameAncestors[0]']],
    ['{"frameAncestors": ["*"]}', ['frameAncestors[0]']],
    ['{"frameAncestors": ["https://ehr.example.org; script-src *"]}', ['frameAncestors[0]']],
    ['no json', ['config.json']],
  ])('what is no origin is refused, and never left out in silence: %s', (text, paths) => {
    expect(frameAncestorsIn(text)).toEqual({ ok: false, error: paths })
  })

  test('a key of another kind that cannot be used is no matter of headers', () => {
    expect(frameAncestorsIn('{"initialTab": "nowhere"}')).toEqual({ ok: true, value: [] })
  })
})

describe('npm run deploy:headers', () => {
  test('takes origins, a path and a folder', async () => {
    const out = join(folder, 'out')
    const outcome = headersCommand([
      '--frame-ancestors',
      EHR,
      'https://b.example',
      '--path',
      '/v/',
      '--out',
      out,
    ])
    expect(outcome.exitCode).toBe(0)
    const text = await readFile(join(out, '_headers'), 'utf8')
    expect(text).toContain(`frame-ancestors 'self' ${EHR} https://b.example`)
    expect(text).toContain('\n/v/assets/*\n')
  })

  test('takes a config.json', async () => {
    const config = join(folder, 'config.json')
    await writeFile(config, JSON.stringify({ frameAncestors: [EHR] }))
    const out = join(folder, 'from-config')
    expect(headersCommand(['--config', config, '--out', out]).exitCode).toBe(0)
    expect(await readFile(join(out, 'nginx.conf'), 'utf8')).toContain(`frame-ancestors 'self' ${EHR}`)
  })

  test.each([
    [['--path', 'viewer']],
    [['--path', '/a b/']],
    [['--frame-ancestors', 'ehr.example.org']],
    [['--config', 'nowhere.json']],
    [['--config', 'a.json', '--frame-ancestors', EHR]],
    [['--unknown']],
  ])('refuses %j and writes nothing', (argv) => {
    const outcome = headersCommand([...argv, '--out', join(folder, 'never')])
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' })
    expect(outcome.stderr).not.toBe('')
  })
})
