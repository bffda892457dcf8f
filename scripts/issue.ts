// `npm run --silent issue -- FILE`: signs a FHIR bundle as a sample card. See docs/command-line.md.
import { show } from './commandLine'
import { issueCommand } from './issue/issueCommand'

show(await issueCommand(process.argv.slice(2), process.stdin, new Date()))
