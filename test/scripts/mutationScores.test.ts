import { describe, expect, test } from 'vitest'
import { floorOf, percentOf, scoresFrom, summaryOf } from '../../scripts/mutate/scores'

const mutants = (...statuses: readonly string[]) => ({ mutants: statuses.map((status) => ({ status })) })

describe('the score of a file', () => {
  test('counts what a test noticed among all that it could have noticed', () => {
    const report = {
      files: {
        'src/b.ts': mutants('Killed', 'Timeout', 'Survived', 'NoCoverage'),
        'src/a.ts': mutants('Killed', 'Ignored', 'CompileError', 'RuntimeError'),
      },
    }
    expect(scoresFrom(report)).toEqual([
      { file: 'src/a.ts', noticed: 1, total: 1 },
      { file: 'src/b.ts', noticed: 2, total: 4 },
    ])
  })

  test('is never rounded up, and whole where there is nothing to change', () => {
    expect(percentOf({ file: 'a', noticed: 1_999, total: 2_000 })).toBe(99.9)
    expect(percentOf({ file: 'a', noticed: 0, total: 0 })).toBe(100)
    expect(percentOf({ file: 'a', noticed: 0, total: 3 })).toBe(0)
  })
})

const score = (file: string, noticed: number) => ({ file, noticed, total: 100 })

describe('a run fails', () => {
  test('when one file is below its floor, however good the others are', () => {
    const card = 'src/core/shc/card.ts'
    expect(floorOf(card)).toBe(95)
    expect(summaryOf([score('src/core/shl/file.ts', 100), score(card, 95)]).passed).toBe(true)
    const failed = summaryOf([score('src/core/shl/file.ts', 100), score(card, 94)])
    expect(failed.passed).toBe(false)
    expect(failed.lines.filter((line) => line.includes('below'))).toEqual([failed.lines[1]])
  })

  test('later in a file that only describes', () => {
    const list = 'src/core/shl/list.ts'
    expect(floorOf(list)).toBe(90)
    expect(summaryOf([score(list, 90)]).passed).toBe(true)
    expect(summaryOf([score(list, 89)]).passed).toBe(false)
  })
})
