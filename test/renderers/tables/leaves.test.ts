import { beforeAll, expect, test } from 'vitest'
import { knownDigest, loadDigest, type Digest } from '../../../src/renderers/tables/digest'
import definitions from '../../../src/renderers/tables/digest/r4.json'
import { toDetails } from '../../../src/renderers/tables/details'
import { textOfFields } from '../../support/details'
import { bundleOf, formatFor, itemOf } from '../../support/fhir'

/**
 * A resource of every type of R4 in which every element, four parts deep, is filled with a text that occurs nowhere
 * else: the details have to show each of them. Texts where numbers, dates and codes belong are shown as they stand;
 * what the right ones look like is tested with the formatter.
 */
const lines: Readonly<Record<string, string>> = definitions
const DEPTH = 4
const CHOICES = ['String', 'CodeableConcept', 'Quantity', 'Period', 'Reference', 'Identifier', 'Attachment']

interface Marked {
  readonly resource: Readonly<Record<string, unknown>>
  readonly tokens: readonly string[]
}

function filled(resourceType: string): Marked {
  const tokens: string[] = []
  const token = (): string => {
    tokens.push(`zq${tokens.length}x`)
    return tokens.at(-1) ?? ''
  }
  const part = (type: string, depth: number): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      (lines[type] ?? '').split(' ').flatMap((word, index): readonly (readonly [string, unknown])[] => {
        const [, name = '', flags = '', inner] = /^([\w[\]]+)([!+*]*)(?:=(.+))?$/.exec(word) ?? []
        const choice = CHOICES[(index + depth) % CHOICES.length] ?? 'String'
        const within = name.endsWith('[x]') ? choice : inner
        const isDeep = within !== undefined && lines[within] !== undefined
        if (isDeep && depth >= DEPTH) return []
        const value = isDeep ? part(within, depth + 1) : token()
        const own = name.replace('[x]', choice)
        return [[own, flags.includes('*') ? [value, ...(isDeep ? [] : [token()])] : value]]
      }),
    )
  return { resource: { resourceType, id: token(), ...part(resourceType, 0) }, tokens }
}

const types = Object.keys(lines).filter((type) => /^[A-Z]\w+$/.test(type))
let digest: Digest | undefined

beforeAll(async () => {
  await loadDigest()
  digest = knownDigest()
})

test('the details of every type of R4 show every value of every element', () => {
  let total = 0
  const lost = types.flatMap((type) => {
    const { resource, tokens } = filled(type)
    const bundle = bundleOf(resource)
    const text = textOfFields(toDetails(itemOf(bundle), formatFor(bundle), digest))
    const said = new Set(text.match(/zq\d+x/g))
    total += tokens.length
    return tokens.filter((token) => !said.has(token)).map((token) => `${type}: ${wayTo(resource, token)}`)
  })
  expect(total).toBeGreaterThan(20_000)
  expect(lost).toEqual([])
}, 120_000)

function wayTo(value: unknown, token: string): string | undefined {
  if (value === token) return ''
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const way = wayTo(inner, token)
    if (way !== undefined) return `${name}/${way}`
  }
  return undefined
}
