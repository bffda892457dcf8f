// `npm run --silent share -- FILE…`: puts files behind a SMART Health Link until it is stopped. See docs/command-line.md.
import { show } from './commandLine'
import { shareCommand } from './share/shareCommand'

const { outcome, host } = await shareCommand(process.argv.slice(2), () => new Date())
show(outcome)
if (host) process.once('SIGINT', () => void host.close())
