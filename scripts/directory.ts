// `npm run --silent directory`: puts a signed copy of the list of issuers beside the page. See docs/deploying.md.
import { show } from './commandLine'
import { directoryCommand } from './directory/directoryCommand'

show(await directoryCommand(process.argv.slice(2)))
