import { describe, expect, test } from 'vitest'
import { checkUrl, PUBLIC_HTTPS_ONLY, type UrlPolicy } from '../../src/core/checkUrl'

const DEVELOPMENT: UrlPolicy = { allowLoopback: true, allowedHosts: [] }
const INTRANET: UrlPolicy = { allowLoopback: false, allowedHosts: ['shl.clinic.lan', '10.1.2.3', 'intern'] }

const verdict = (text: unknown, policy = PUBLIC_HTTPS_ONLY): string => {
  const checked = checkUrl(text, policy)
  return checked.ok ? 'ok' : checked.error
}

describe('an address from a payload is fetched only when it is public https (L-03, T13)', () => {
  test.each([
    'https://links.example/manifest/1',
    'https://links.example:8443/manifest?sig=a%2Bb',
    'https://LINKS.EXAMPLE/',
    'https://93.184.215.14/m',
    'https://172.15.0.1/m',
    'https://172.32.0.1/m',
    'https://100.63.0.1/m',
    'https://100.128.0.1/m',
    'https://192.169.0.1/m',
    'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/m',
    'https://[2001:4860:4860::8888]/m',
    'https://xn--bcher-kva.example/',
    'https://localhost.example/',
    'https://local.example/',
    'https://127.0.0.1.example/',
    'https://mylocal.example/',
  ])('%s may be fetched', (text) => {
    expect(verdict(text)).toBe('ok')
  })

  test.each([
    ['http://links.example/', 'not-https'],
    ['ftp://links.example/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['data:text/html,x', 'not-https'],
    ['blob:https://links.example/0f3c', 'not-https'],
    ['http://localhost/', 'not-https'],
    ['https://user@links.example/', 'credentials'],
    ['https://user:word@links.example/', 'credentials'],
    ['https://links.example@evil.example/', 'credentials'],
    ['links.example/manifest', 'not-a-url'],
    ['//links.example/manifest', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['https://links.example:99999/', 'not-a-url'],
    ['', 'not-a-url'],
    [undefined, 'not-a-url'],
    [42, 'not-a-url'],
    [{ href: 'https://links.example/' }, 'not-a-url'],
    [['https://links.example/'], 'not-a-url'],
  ])('%s is refused as %s', (text, refusal) => {
    expect(verdict(text)).toBe(refusal)
  })
})

describe('a link cannot make a browser knock on doors inside its own network (T13)', () => {
  test.each([
    'https://localhost/',
    'https://localhost./',
    'https://LOCALHOST/',
    'https://a.localhost/',
    'https://a.localhost./',
    'https://127.0.0.1/',
    'https://127.0.0.1./',
    'https://127.1/',
    'https://127.255.255.254/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://0/',
    'https://0.0.0.0/',
    'https://%31%32%37.0.0.1/',
    'https://①②⑦.0.0.1/',
    'https://ｌｏｃａｌｈｏｓｔ/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://100.127.255.255/',
    'https://192.0.0.170/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://3232235777/',
    'https://[::1]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:192.168.1.1]/',
    'https://[::127.0.0.1]/',
    'https://[::c0a8:101]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[64:ff9b:1::1]/',
    'https://[2002:7f00:1::]/',
    'https://[2002:c0a8:101::1]/',
    'https://[2001::1]/',
    'https://[2001:0:53aa:64c::1]/',
    'https://[2001:db8::1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456:789a::1]/',
    'https://[fe80::1]/',
    'https://[febf::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://[100::1]/',
    'https://router/',
    'https://router./',
    'https://printer.local/',
    'https://printer.local./',
    'https://ehr.clinic.lan/',
    'https://ehr.corp/',
    'https://wiki.internal/',
    'https://wiki.intranet/',
    'https://nas.home/',
    'https://nas.home.arpa/',
    'https://host.localdomain/',
  ])('%s', (text) => {
    expect(verdict(text)).toBe('local-address')
  })
})

describe('what a deployment allows', () => {
  test.each([
    ['http://localhost:8080/m', 'ok'],
    ['http://127.0.0.1:8080/m', 'ok'],
    ['http://[::1]:8080/m', 'ok'],
    ['https://localhost:8443/m', 'ok'],
    ['http://links.example/m', 'not-https'],
    ['http://192.168.1.1/m', 'not-https'],
    ['https://192.168.1.1/m', 'local-address'],
    ['https://[::ffff:127.0.0.1]/m', 'local-address'],
    ['http://user@localhost/m', 'credentials'],
  ])('on a developer’s machine %s is %s', (text, expected) => {
    expect(verdict(text, DEVELOPMENT)).toBe(expected)
  })

  test.each([
    ['https://shl.clinic.lan/m', 'ok'],
    ['https://10.1.2.3:8443/m', 'ok'],
    ['https://intern/m', 'ok'],
    ['https://other.clinic.lan/m', 'local-address'],
    ['http://shl.clinic.lan/m', 'not-https'],
    ['https://links.example/m', 'ok'],
  ])('with its own hosts named, %s is %s', (text, expected) => {
    expect(verdict(text, INTRANET)).toBe(expected)
  })

  test('what is fetched is the address as it was checked, not as it was written', () => {
    const checked = checkUrl('  https://LINKS.example/a\n/b ', PUBLIC_HTTPS_ONLY)
    expect(checked.ok && checked.value.href).toBe('https://links.example/a/b')
  })
})
