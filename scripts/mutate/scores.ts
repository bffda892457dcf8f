/** What came of the changes that were made to one file. */
export interface FileScore {
  readonly file: string
  /** Changes that a test noticed, or that made it run on for ever. */
  readonly noticed: number
  /** Changes that count: those that do not even run are left out. */
  readonly total: number
}

/** Where a change that nobody notices could show a forged or withdrawn card as good, or spend somebody's link. */
const SAFETY_FLOOR = 95
const FLOOR = 90

/** Files that decode and describe, and decide nothing about trust. */
const DESCRIBING: ReadonlySet<string> = new Set([
  'src/core/shc/collectParts.ts',
  'src/core/shc/qrContent.ts',
  'src/core/shl/linkFacts.ts',
  'src/core/shl/list.ts',
  'src/core/shl/liveRecord.ts',
])

/** The least percentage of changes in a file that tests have to notice. */
export const floorOf = (file: string): number => (DESCRIBING.has(file) ? FLOOR : SAFETY_FLOOR)

/** Percent, rounded down to a tenth: nothing passes by rounding. A file without any change is wholly tested. */
export const percentOf = ({ noticed, total }: FileScore): number =>
  total === 0 ? 100 : Math.floor((noticed / total) * 1_000) / 10

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>
}

const NOTICED: ReadonlySet<string> = new Set(['Killed', 'Timeout'])
const MISSED: ReadonlySet<string> = new Set(['Survived', 'NoCoverage'])

/** The score of each file of a report in the mutation testing schema, by name. */
export function scoresFrom(report: Report): readonly FileScore[] {
  return Object.entries(report.files)
    .map(([file, { mutants }]): FileScore => {
      const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length
      const missed = mutants.filter(({ status }) => MISSED.has(status)).length
      return { file, noticed, total: noticed + missed }
    })
    .toSorted((a, b) => a.file.localeCompare(b.file))
}

/** A line for each file, and whether one is below its floor. */
export function summaryOf(scores: readonly FileScore[]): {
  readonly lines: readonly string[]
  readonly passed: boolean
} {
  const isLow = (score: FileScore): boolean => percentOf(score) < floorOf(score.file)
  const lines = scores.map((score) => {
    const { file, noticed, total } = score
    const verdict = isLow(score) ? `  below ${floorOf(file)}` : ''
    return `${percentOf(score).toFixed(1).padStart(6)} %  ${noticed}/${total}  ${file}${verdict}`
  })
  return { lines, passed: !scores.some(isLow) }
}
