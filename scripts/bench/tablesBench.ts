import { createCodeRenderer } from '../../src/core/codes/codeRenderer'
import type { Bundle } from '../../src/core/fhir/types'
import { organizeResources } from '../../src/core/organizeResources'
import { toTables } from '../../src/renderers/tables/toTables'
import { largeSummaryFile } from '../sampleHost/contents'
import { median } from './measure'

export const RESULT_COUNTS = [1_000, 5_000, 20_000] as const
const RUNS = 5

export interface TablesMeasured {
  readonly results: number
  /** Median milliseconds each. */
  readonly parse: number
  readonly organize: number
  readonly tables: number
}

/** From the text of a summary with many results to its tables: what opening it costs before anything is drawn. */
export function benchTables(results: number): TablesMeasured {
  const text = largeSummaryFile(results)
  const context = {
    language: 'en',
    now: new Date(),
    codes: createCodeRenderer(async () => undefined),
  } as const
  const runs = Array.from({ length: RUNS }, () => {
    const [bundle, parse] = timed(() => JSON.parse(text) as Bundle)
    const [organized, organize] = timed(() => organizeResources(bundle))
    const [models, tables] = timed(() => toTables(organized.items, organized, context))
    const rows = models.reduce((sum, { rows: { length } }) => sum + length, 0)
    if (rows !== organized.items.length) throw new TypeError('bench: a row is missing')
    return { parse, organize, tables }
  })
  const of = (step: 'parse' | 'organize' | 'tables'): number => median(runs.map((run) => run[step]))
  return { results, parse: of('parse'), organize: of('organize'), tables: of('tables') }
}

function timed<Value>(work: () => Value): readonly [Value, number] {
  const started = performance.now()
  const value = work()
  return [value, performance.now() - started]
}
