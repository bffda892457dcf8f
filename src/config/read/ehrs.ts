import { SAVE_FORMS, type Ehr, type EhrConfig } from '../ehrs'
import { leaf, list, oneOf, text, whole, type Reader, type Readers } from './reader'

/** `http` is for servers on this machine alone: the page's own policy allows no other. */
const isSecure = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname))

const plainUrl = (value: unknown): URL | undefined => {
  if (typeof value !== 'string' || !URL.canParse(value.trim())) return undefined
  const url = new URL(value.trim())
  return isSecure(url) && url.username + url.password + url.search + url.hash === '' ? url : undefined
}

/** As written, because an EHR compares it byte for byte. */
const server: Reader<string> = leaf({ kind: 'server' }, (value) =>
  typeof value === 'string' && plainUrl(value) && !/[?#]/.test(value) ? value.trim() : undefined,
)

/** An origin without wildcards: a token goes there. */
const exactOrigin: Reader<string> = leaf({ kind: 'origin' }, (value) => {
  const url = plainUrl(value)
  return url && url.pathname === '/' && !url.host.includes('*') ? url.origin : undefined
})

const scopeText: Reader<string> = leaf({ kind: 'scopes' }, (value) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 2000 && !value.includes('*')
    ? value.trim()
    : undefined,
)

const clientId: Reader<string> = leaf({ kind: 'text', longest: 200 }, (value) =>
  typeof value === 'string' && value.trim() !== '' && value.trim().length <= 200 ? value.trim() : undefined,
)

const ehr: Reader<Ehr> = whole<Pick<Ehr, 'issuer' | 'clientId'>, Required<Omit<Ehr, 'issuer' | 'clientId'>>>(
  { issuer: server, clientId },
  {
    label: text(60),
    scopes: whole<object, { v1: string; v2: string }>({}, { v1: scopeText, v2: scopeText }),
    endpointOrigins: list(exactOrigin),
    saveForms: list(oneOf(SAVE_FORMS), 1),
  },
)

export const ehrs: Readers<EhrConfig> = { ehrs: list(ehr) }
