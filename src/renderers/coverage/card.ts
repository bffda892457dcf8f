import { extensionsNamed } from '../../core/fhir/extension'
import { text, type FhirRecord } from '../../core/fhir/shape'
import type { Resource } from '../../core/fhir/types'
import type { BundleItem } from '../../core/organizeResources'
import type { Translate } from '../../i18n/defineMessages'
import type { Format } from '../tables/format'
import type { english } from './messages'

/** What everything on one card has in common. */
export interface Card {
  readonly f: Format
  readonly t: Translate<typeof english>
  readonly item: BundleItem
}

/** One value that a front desk types or copies. */
export interface CardValue {
  /** Stable, for tests and for whatever will copy it: `memberId`, `rxbin`, … */
  readonly key: string
  readonly label: string
  /** Exactly what has to be typed, and nothing else. */
  readonly value: string
  /** Something to know about it that is not part of it. */
  readonly remark?: string
  /** What is typed where that is not `value`: a date as the card has it, year first, which no form takes for another day. */
  readonly plain?: string
}

/** The values that are stated, in their order. */
export const stated = (
  values: readonly (readonly [
    key: string,
    label: string,
    value: string | undefined,
    remark?: string | undefined,
  ])[],
): readonly CardValue[] =>
  values.flatMap(([key, label, value, remark]) =>
    value === undefined || value === '' ? [] : { key, label, value, ...(remark !== undefined && { remark }) },
  )

/** Dates that are stated: in words, with what was sent as plain text. */
export const dated = (
  dates: readonly (readonly [key: string, label: string, value: string | undefined, sent: unknown])[],
): readonly CardValue[] =>
  dates.flatMap(([key, label, value, sent]) => {
    const plain = text(sent)
    return stated([[key, label, value]]).map((date) => (plain === undefined ? date : { ...date, plain }))
  })

/** Extensions of the digital insurance card; their addresses end in `-extension` or not, by the age of the data. */
export const cardExtensions = (resource: unknown, name: string): readonly FhirRecord[] => [
  ...extensionsNamed(resource, `C4DIC-${name}-extension`),
  ...extensionsNamed(resource, `C4DIC-${name}`),
]

export const resolved = ({ f, item }: Card, reference: unknown): Resource | undefined =>
  f.bundle.resolve(reference, item)?.resource
