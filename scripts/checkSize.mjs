// Weighs what a browser must fetch before the first screen of the built viewer, as a host with brotli sends it.
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const DIST = 'dist'
/** Budgets in bytes of brotli 11, from the performance goals: the JavaScript of the first view, and of opening a record. */
const BUDGETS = [{ name: 'first view', budget: 150_000, entry: 'index.html' }]

/** Weights of every module that a page loads at once: its scripts, their preloads and all their static imports. */
function weigh(page) {
  const html = readFileSync(join(DIST, page), 'utf8')
  const queue = [...html.matchAll(/(?:src|href)="(?:\.\/)?([^"]+\.js)"/g)].map(([, path]) => path)
  const seen = new Map()
  while (queue.length > 0) {
    const path = queue.pop()
    if (seen.has(path)) continue
    const code = readFileSync(join(DIST, path))
    seen.set(path, brotliSize(code))
    for (const [, imported] of code.toString().matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
      queue.push(normalize(join(dirname(path), imported)))
    }
  }
  return seen
}

const brotliSize = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

let failed = false
for (const { name, budget, entry } of BUDGETS) {
  const weights = weigh(entry)
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  for (const [path, weight] of weights) console.log(`  ${String(weight).padStart(8)}  ${path}`)
  console.log(`${name}: ${total} bytes of JavaScript (brotli) in ${weights.size} files; budget ${budget}`)
  if (weights.size === 0 || total > budget) failed = true
}
if (failed) console.error('Over budget, or nothing found to weigh.')
process.exit(failed ? 1 : 0)
