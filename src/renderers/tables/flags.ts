import { readQuantity } from '../../core/fhir/quantity'
import { field, number, record, records } from '../../core/fhir/shape'
import type { Format } from './format'
import { bareCodes } from './formatCode'
import { messages } from './messagesGlance'

/** That a result is out of the ordinary, by its sender's word or by the range that came with it. */
export interface Flag {
  readonly severity: 'critical' | 'abnormal'
  /** In the reader's language. */
  readonly text: string
}

/** HL7 v3 ObservationInterpretation. What is missing here is no reason to look twice: `N`, `NEG`, `ND`, `S`, … */
const SEVERITIES: ReadonlyMap<string, Flag['severity']> = new Map([
  ...['HH', 'LL', 'AA', 'HU', 'LU', 'H>', 'L<'].map((code) => [code, 'critical'] as const),
  ...[
    'H',
    'L',
    'A',
    '<',
    '>',
    'HX',
    'LX',
    'U',
    'D',
    'W',
    'POS',
    'DET',
    'RR',
    'WR',
    'R',
    'NS',
    'IND',
    'E',
  ].map((code) => [code, 'abnormal'] as const),
])

/** The flag of an Observation or of one of its components; `undefined` when nothing says that it is remarkable. */
export function flagOf(result: unknown, f: Format): Flag | undefined {
  const codes = bareCodes(field(result, 'interpretation')).map((code) => code.toUpperCase())
  const severities = codes.flatMap((code) => SEVERITIES.get(code) ?? [])
  if (severities.length > 0) {
    const text = f.known(field(result, 'interpretation'), f.speech.interpretation) ?? codes.join(', ')
    return { severity: severities.includes('critical') ? 'critical' : 'abnormal', text }
  }
  if (field(result, 'interpretation') !== undefined) return undefined
  const side = sideOf(result)
  if (side === undefined) return undefined
  return {
    severity: 'abnormal',
    text: messages(f.speech.language)(side === 'above' ? 'aboveRange' : 'belowRange'),
  }
}

/** Whether something can be said at all of a result: it carries a flag, or a range that its value can be held against. */
export const isJudged = (result: unknown): boolean =>
  field(result, 'interpretation') !== undefined || limitsOf(result) !== undefined

export interface Limits {
  readonly low?: number
  readonly high?: number
}

/**
 * The limits of the one range that came with a value in the same unit. `undefined` when there is none, or several, or
 * one that holds for some people or for something else than health: which of them applies is not for a viewer to say.
 */
export function limitsOf(result: unknown): Limits | undefined {
  const ranges = records(field(result, 'referenceRange'))
  const [range] = ranges
  const unit = unitOf(field(result, 'valueQuantity'))
  if (!range || ranges.length > 1 || unit === undefined) return undefined
  if (range['appliesTo'] !== undefined || range['age'] !== undefined) return undefined
  if (bareCodes(range['type']).some((code) => code !== 'normal')) return undefined
  const [low, high] = [range['low'], range['high']]
  const units = [low, high].flatMap((limit) => (record(limit) ? [unitOf(limit)] : []))
  const signs = [low, high].flatMap((limit) => readQuantity(limit)?.comparator ?? [])
  if (signs.length > 0 || units.some((other) => other !== undefined && other !== '' && other !== unit))
    return undefined
  const limits = { low: number(field(low, 'value')), high: number(field(high, 'value')) }
  if (limits.low === undefined && limits.high === undefined) return undefined
  return {
    ...(limits.low !== undefined && { low: limits.low }),
    ...(limits.high !== undefined && { high: limits.high }),
  }
}

/** The unit as it would be shown; '' for a number without one, `undefined` for what is no quantity. */
const unitOf = (quantity: unknown): string | undefined =>
  record(quantity) ? (readQuantity(quantity)?.unit ?? '') : undefined

/** Computed only where nobody flagged the value, it is exact, and one range in its own unit stands beside it. */
function sideOf(result: unknown): 'above' | 'below' | undefined {
  const limits = limitsOf(result)
  const quantity = field(result, 'valueQuantity')
  const value = number(field(quantity, 'value'))
  if (!limits || value === undefined || readQuantity(quantity)?.comparator !== undefined) return undefined
  if (limits.high !== undefined && value > limits.high) return 'above'
  return limits.low !== undefined && value < limits.low ? 'below' : undefined
}
