import { bytesFromBase64url } from '../../src/core/encoding'
import { SAMPLES, type SampleContent, type SampleDefinition } from './definitions'
import { encryptFile } from './encryptFile'
import { fileOf, numericOf } from './issueCard'
import { makeCard } from './makeCard'
import { readBundleText } from './material'
import { testDirectory } from './testDirectory'

/** A file below `public/`. */
export interface SampleFile {
  readonly path: string
  readonly content: string
  /** Base64url key, for encrypted files. */
  readonly key?: string
}

/** Everything that the start page needs to offer its samples: the files, their catalog and the list of test issuers. */
export async function buildSamples(): Promise<readonly SampleFile[]> {
  const samples = await Promise.all(SAMPLES.map(buildSample))
  return [
    ...samples.map(({ file }) => file),
    { path: 'samples/catalog.json', content: jsonText(samples.map(({ entry }) => entry)) },
    { path: 'directories/test-issuers.json', content: jsonText(testDirectory()) },
  ]
}

/**
 * One sample as file and catalog entry.
 *
 * The entry's `kind` says how the text to open is had: `text` and `file` are the content of `href` itself;
 * `direct-link` is a link with the U flag made of `href`, `key`, `label` and `exp` (epoch seconds). `href` is relative
 * to the catalog.
 */
async function buildSample({ content, ...about }: SampleDefinition): Promise<{
  readonly file: SampleFile
  readonly entry: unknown
}> {
  const { name, kind, text, ...link } = await buildContent(about.id, content)
  const { id, title, description, expect } = about
  return {
    file: { path: `samples/${name}`, content: text, ...('key' in link && { key: link.key }) },
    entry: { id, title, description, kind, href: name, ...link, expect },
  }
}

type Built = { readonly name: string; readonly text: string } & (
  | { readonly kind: 'text' | 'file' }
  | { readonly kind: 'direct-link'; readonly key: string; readonly label: string; readonly exp?: number }
)

async function buildContent(id: string, content: SampleContent): Promise<Built> {
  switch (content.as) {
    case 'qr': {
      const jws = await makeCard(content.card, { compact: true })
      return { kind: 'text', name: `${id}.txt`, text: numericOf(jws) }
    }
    case 'cards': {
      const jwss = await Promise.all(content.cards.map((card) => makeCard(card, { compact: false })))
      return { kind: 'file', name: `${id}.smart-health-card`, text: fileOf(jwss) }
    }
    case 'bundle':
      return { kind: 'file', name: `${id}.json`, text: readBundleText(content.bundle) }
    case 'direct-link': {
      const { bundle, key, label, exp } = content
      const text = await encryptBundle(bundle, key)
      return { kind: 'direct-link', name: `${id}.jwe`, text, key, label, ...(exp !== undefined && { exp }) }
    }
    default:
      return content satisfies never
  }
}

async function encryptBundle(bundle: string, key: string): Promise<string> {
  const bytes = bytesFromBase64url(key)
  if (bytes?.length !== 32) throw new TypeError('the key of a link has 32 bytes')
  return encryptFile(readBundleText(bundle), bytes, {
    contentType: 'application/fhir+json',
    zip: true,
  })
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`
