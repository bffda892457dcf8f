// `npm run --silent read -- <text|file|-> [options]`: opens a card, link or file as the viewer does and prints what it
// found as one JSON report. See docs/read-report.md.
import { readCommand } from './read/readCommand'

const { exitCode, stdout, stderr } = await readCommand(process.argv.slice(2), process.stdin)
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
