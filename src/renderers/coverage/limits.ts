import { flatList, field } from '../../core/fhir/shape'
import { bareCodes } from '../tables/formatCode'
import type { Card } from './card'

/** The yearly limits of a plan as a small table: who pays how much before, and at most. */
export interface Limits {
  /** Only those that have an amount somewhere. */
  readonly columns: readonly string[]
  readonly rows: readonly LimitRow[]
}

export interface LimitRow {
  /** `Deductible, in network`. */
  readonly label: string
  /** One for each column; empty where nothing is stated, which is not the same as $0. */
  readonly cells: readonly (readonly string[])[]
}

/** Which limit one code stands for. */
interface Limit {
  readonly what: (typeof WHATS)[number][1]
  readonly who: (typeof WHOS)[number][1]
  readonly where: (typeof WHERES)[number][1]
}

const WHATS = [
  ['Ded', 'deductible'],
  ['Max', 'maximum'],
  ['RxDed', 'rxDeductible'],
  ['RxMax', 'rxMaximum'],
] as const
const WHOS = [
  ['Ind', 'individual'],
  ['Fam', 'family'],
] as const
const WHERES = [
  ['In', 'inNetwork'],
  ['Out', 'outOfNetwork'],
] as const

/** The sixteen codes for yearly limits are put together from parts: `FamRxInDed`. Source: C4DICExtendedCopayTypeCS. */
export function limitOf(cost: unknown): Limit | undefined {
  const [, who, rx = '', where, limit] =
    bareCodes(field(cost, 'type'))
      .map((code) => /^(Fam|Ind)(Rx)?(In|Out)(Ded|Max)$/.exec(code))
      .find((match) => match !== null) ?? []
  if (who === undefined) return undefined
  return {
    what: keyOf(WHATS, `${rx}${limit}`),
    who: keyOf(WHOS, who),
    where: keyOf(WHERES, where ?? ''),
  }
}

const keyOf = <Key extends string>(
  pairs: readonly [readonly [string, Key], ...(readonly [string, Key])[]],
  code: string,
): Key => (pairs.find(([part]) => part === code) ?? pairs[0])[1]

/** `lines` says what one cost amounts to. `undefined` when the card states no limit by these codes. */
export function limitsOf(card: Card, lines: (cost: unknown) => readonly string[]): Limits | undefined {
  const { t } = card
  const stated = flatList(card.item.resource['costToBeneficiary']).flatMap((cost) => {
    const limit = limitOf(cost)
    return limit === undefined ? [] : { ...limit, lines: lines(cost) }
  })
  const whos = WHOS.map(([, who]) => who).filter((who) => stated.some((limit) => limit.who === who))
  const rows = WHATS.flatMap(([, what]) =>
    WHERES.flatMap(([, where]): LimitRow | readonly LimitRow[] => {
      const own = stated.filter((limit) => limit.what === what && limit.where === where)
      if (own.length === 0) return []
      const cells = whos.map((who) =>
        own.filter((limit) => limit.who === who).flatMap((limit) => limit.lines),
      )
      return { label: t('limitWhere', { what: t(what), where: t(where) }), cells }
    }),
  )
  return rows.length === 0 ? undefined : { columns: whos.map((who) => t(who)), rows }
}
