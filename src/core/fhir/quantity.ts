import { writtenNumber } from '../decimals'
import { validLocale } from './date'
import { field, number, record, text } from './shape'
import { prettyUnit } from './unit'

/**
 * Numbers are shown with the sender's digits: not rounded, not grouped, with a point. `1.234` must never be read as
 * one thousand two hundred in one language and as one and a bit in another.
 */
export const formatNumber = (value: unknown): string | undefined => text(value)

const COMPARATORS: ReadonlyMap<string, string> = new Map([
  ['<', '<'],
  ['<=', '≤'],
  ['>=', '≥'],
  ['>', '>'],
])

export interface QuantityFacts {
  /** The digits as sent, 0 included. */
  readonly digits?: string
  /** `<`, `≤`, `≥`, `>`; a comparator that FHIR does not know stays as it is. Dropping one would turn a limit into a result. */
  readonly comparator?: string
  /** Ready to show; `undefined` for the unity "1", because "7 1" reads as 71. */
  readonly unit?: string
  /** The UCUM code as sent, for words of time such as "years". */
  readonly code?: string
}

/** Reads a Quantity (Age, Duration, Count, Distance, …). `undefined` when it has neither value nor unit. */
export function readQuantity(value: unknown): QuantityFacts | undefined {
  const quantity = record(value)
  if (!quantity) return undefined
  const digits = writtenNumber(quantity, 'value') ?? text(quantity['value'])
  const sign = text(quantity['comparator'])
  const code = text(quantity['code'])
  const unit = prettyUnit(text(quantity['unit']) ?? code ?? '')
  if (digits === undefined && unit === '' && sign === undefined) return undefined
  return {
    ...(digits !== undefined && { digits }),
    ...(sign !== undefined && { comparator: COMPARATORS.get(sign) ?? sign }),
    ...(unit !== '' && { unit }),
    ...(code !== undefined && { code }),
  }
}

/** `< 5 mg/dL`: comparator, value and unit. */
export function formatQuantity(value: unknown): string | undefined {
  const facts = readQuantity(value)
  if (!facts) return undefined
  const { comparator, digits, unit } = facts
  // A percent sign and a degree belong to the number.
  const amount = joined([digits, unit], /^[%°]/.test(unit ?? '') && unit?.length === 1 ? '' : ' ')
  return joined([comparator, amount], ' ')
}

const joined = (parts: readonly (string | undefined)[], separator: string): string | undefined =>
  parts.filter((part) => part !== undefined && part !== '').join(separator) || undefined

/** `0–40 U/L`, `≥ 5 mg`, `≤ 40 U/L`. A low or high of 0 is a limit like any other. */
export function formatRange(value: unknown): string | undefined {
  const low = readQuantity(field(record(value), 'low'))
  const high = readQuantity(field(record(value), 'high'))
  const lowText = formatQuantity(field(record(value), 'low'))
  const highText = formatQuantity(field(record(value), 'high'))
  if (lowText === undefined) return highText && (high?.comparator ? highText : `≤ ${highText}`)
  if (highText === undefined) return low?.comparator ? lowText : `≥ ${lowText}`
  const plain = low?.comparator === undefined && high?.comparator === undefined
  if (plain && low?.digits !== undefined && (low.unit === high?.unit || low.unit === undefined)) {
    return `${low.digits}–${highText}`
  }
  return `${lowText} – ${highText}`
}

/** `1:128` for titers, `5 mg/mL` for strengths, else `5 mg / 2 mL`. A missing half shows as a question mark. */
export function formatRatio(value: unknown): string | undefined {
  const ratio = record(value)
  const above = readQuantity(field(ratio, 'numerator'))
  const below = readQuantity(field(ratio, 'denominator'))
  if (!above && !below) return undefined
  const aboveText = formatQuantity(field(ratio, 'numerator')) ?? '?'
  const belowText = formatQuantity(field(ratio, 'denominator')) ?? '?'
  if (above && below && above.unit === undefined && below.unit === undefined)
    return `${aboveText}:${belowText}`
  const perUnit = below?.digits === '1' && below.unit !== undefined && below.comparator === undefined
  return perUnit ? `${aboveText}/${below.unit}` : `${aboveText} / ${belowText}`
}

/** Money in its own currency and never in another; without one, only the number. $0 is an amount. */
export function formatMoney(value: unknown, locale: string): string | undefined {
  const money = record(value)
  const amount = number(money?.['value'])
  const currency = text(money?.['currency']) ?? text(money?.['code'])
  const digits = (money && writtenNumber(money, 'value')) ?? text(money?.['value'])
  if (amount === undefined || currency === undefined) return joined([digits, currency], ' ')
  try {
    const decimals = /\.(\d+)$/.exec(digits ?? '')?.[1]?.length ?? 0
    return moneyFormat(locale, currency, decimals).format(amount)
  } catch {
    return joined([digits, currency], ' ')
  }
}

const formats = new Map<string, Intl.NumberFormat>()

/** Throws for a currency that is not three letters. Never rounds what was sent. */
function moneyFormat(locale: string, currency: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${decimals}`
  const known = formats.get(key)
  if (known) return known
  const plain = new Intl.NumberFormat(validLocale(locale), { style: 'currency', currency })
  const usual = plain.resolvedOptions().maximumFractionDigits ?? 2
  const made =
    decimals <= usual
      ? plain
      : new Intl.NumberFormat(validLocale(locale), {
          style: 'currency',
          currency,
          maximumFractionDigits: Math.min(decimals, 20),
        })
  formats.set(key, made)
  return made
}
