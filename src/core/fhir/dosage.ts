import { boolean, list, record, records, text, type FhirRecord } from './shape'

/** What a Dosage says, whether it was written for DSTU2, STU3, R4 or R5. Values stay FHIR values; words come later. */
export interface DosageFacts {
  readonly text?: string
  readonly patientInstruction?: string
  readonly additional: readonly unknown[]
  readonly timing: unknown
  /** `true` with no reason, or for the reasons given. Only an explicit false is `false`; `undefined` when not stated. */
  readonly asNeeded: boolean | undefined
  readonly asNeededFor: readonly unknown[]
  readonly method: unknown
  readonly route: unknown
  readonly site: unknown
  /** Quantities, Ranges or Ratios. */
  readonly doses: readonly unknown[]
  readonly rates: readonly unknown[]
  /** Ratios. */
  readonly maximumPerPeriod: readonly unknown[]
  readonly maximumPerAdministration: readonly unknown[]
  readonly maximumPerLifetime: readonly unknown[]
}

const DOSE_KEYS = [
  'doseQuantity',
  'doseRange',
  'doseSimpleQuantity',
  'dose',
  'quantityQuantity',
  'quantityRange',
]
const RATE_KEYS = ['rateRatio', 'rateRange', 'rateQuantity', 'rateSimpleQuantity', 'rate']

/** Reads one Dosage. Source: FHIR R4, "Dosage"; `doseX` and `rateX` outside `doseAndRate` are STU3, `asNeededFor` is R5. */
export function readDosage(value: unknown): DosageFacts | undefined {
  const dosage = record(value)
  if (!dosage) return undefined
  const words = text(dosage['text'])
  const instruction = text(dosage['patientInstruction'])
  const amounts = [...records(dosage['doseAndRate']), dosage]
  return {
    ...(words !== undefined && { text: words }),
    ...(instruction !== undefined && { patientInstruction: instruction }),
    additional: list(dosage['additionalInstruction'] ?? dosage['additionalInstructions']),
    timing: dosage['timing'],
    ...readAsNeeded(dosage),
    method: dosage['method'],
    route: dosage['route'],
    site: dosage['site'] ?? dosage['siteCodeableConcept'],
    doses: valuesAt(amounts, DOSE_KEYS),
    rates: valuesAt(amounts, RATE_KEYS),
    maximumPerPeriod: list(dosage['maxDosePerPeriod']),
    maximumPerAdministration: list(dosage['maxDosePerAdministration']),
    maximumPerLifetime: list(dosage['maxDosePerLifetime']),
  }
}

const valuesAt = (holders: readonly FhirRecord[], names: readonly string[]): readonly unknown[] =>
  holders.flatMap((holder) => names.flatMap((name) => list(holder[name])))

/** A reason makes it "as needed" even beside `asNeededBoolean: false`: the more careful reading. */
function readAsNeeded(dosage: FhirRecord): Pick<DosageFacts, 'asNeeded' | 'asNeededFor'> {
  const asNeededFor = valuesAt([dosage], ['asNeededCodeableConcept', 'asNeededFor'])
  const flag = boolean(dosage['asNeededBoolean'] ?? dosage['asNeeded'])
  return { asNeeded: asNeededFor.length > 0 ? true : flag, asNeededFor }
}

/** The repeat of a Timing with its numbers as sent. */
export interface TimingFacts {
  readonly events: readonly unknown[]
  readonly code: unknown
  readonly bounds: unknown
  /** `repeat` as received, for `count`, `frequency`, `period`, `periodUnit`, …; empty when there is none. */
  readonly repeat: FhirRecord
}

/** Reads a Timing. DSTU2 has `units` for `periodUnit` and a single `when`. */
export function readTiming(value: unknown): TimingFacts | undefined {
  const timing = record(value)
  if (!timing) return undefined
  const repeat = record(timing['repeat']) ?? {}
  const bounds = ['boundsPeriod', 'boundsDuration', 'boundsQuantity', 'boundsRange']
    .map((name) => repeat[name])
    .find((bound) => bound !== undefined)
  return { events: list(timing['event']), code: timing['code'], bounds, repeat }
}
