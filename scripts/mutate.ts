// `npm run mutate [-- src/core/shc/card.ts …]`: changes the code in many places, one at a time, and reports which
// changes no test notices. Ends with 1 when a file is below its floor. `src/core/shc/card.ts:40-50` changes some lines
// only; whatever is no file, such as `--concurrency 2`, goes to Stryker. No part of `npm test`: all files take an hour.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { scoresFrom, summaryOf } from './mutate/scores'

const REPORT = 'coverage/mutation.json'
const isFile = (argument: string): boolean => /\.ts(:[\d:-]+)?$/.test(argument)
const files = process.argv.slice(2).filter(isFile)
const options = process.argv.slice(2).filter((argument) => !isFile(argument))

const { status } = spawnSync(
  'npx',
  [
    '--no-install',
    'stryker',
    'run',
    'scripts/mutate/stryker.json',
    ...(files.length > 0 ? ['--mutate', files.join(',')] : []),
    ...options,
  ],
  { stdio: 'inherit', shell: process.platform === 'win32' },
)
process.exitCode = status === 0 ? report() : 1

function report(): number {
  const { lines, passed } = summaryOf(
    scoresFrom(JSON.parse(readFileSync(REPORT, 'utf8')) as Parameters<typeof scoresFrom>[0]),
  )
  console.log(`\n${lines.join('\n')}`)
  return passed ? 0 : 1
}
