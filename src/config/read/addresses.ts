import { leaf, type Reader } from './reader'

/** An address of the deployment's own choosing, absolute or relative to the page. */
export const address: Reader<string> = leaf({ kind: 'address' }, (value) =>
  typeof value === 'string' && isWeb(value) ? value.trim() : undefined,
)

/** Where a relative address leads is only known to the page; any base of its kind tells whether it is one. */
const ANY_BASE = 'https://own.invalid/folder/'

function isWeb(value: string): boolean {
  const relative = value.trim()
  return (
    relative !== '' &&
    URL.canParse(relative, ANY_BASE) &&
    /^https?:$/.test(new URL(relative, ANY_BASE).protocol)
  )
}

/** A file of the viewer's own host, relative to the page: no other host, no scheme, nothing that only looks like a path. */
export const ownFile: Reader<string> = leaf({ kind: 'own-file' }, (value) => {
  if (typeof value !== 'string') return undefined
  const path = value.trim()
  if (path === '') return path
  if (/[:\\]|^\/\//.test(path) || !URL.canParse(path, ANY_BASE)) return undefined
  return new URL(path, ANY_BASE).origin === new URL(ANY_BASE).origin ? path : undefined
})

/** A host as it stands in addresses, with its port where that is not the usual one. */
export const host: Reader<string> = leaf({ kind: 'host' }, (value) => {
  if (typeof value !== 'string') return undefined
  const name = value.trim().toLowerCase()
  return URL.canParse(`https://${name}/`) && new URL(`https://${name}/`).host === name ? name : undefined
})

/** The origin of a page, with `*.` in front of the host for all that lie below it, as a content security policy has it. */
export const origin: Reader<string> = leaf({ kind: 'origin' }, (value) => {
  if (typeof value !== 'string') return undefined
  const given = value.trim().toLowerCase().replace(/\/$/, '')
  const plain = given.replace(/^(https?:\/\/)\*\./, '$1any.')
  if (!URL.canParse(plain)) return undefined
  const { origin: parsed, protocol, hostname } = new URL(plain)
  const isSecure = protocol === 'https:' || hostname === 'localhost'
  return isSecure && parsed === plain && !plain.includes('*') ? given : undefined
})
