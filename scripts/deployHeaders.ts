// `npm run deploy:headers`: writes the headers of every kind of host into deploy/. See docs/deploying.md.
import { show } from './commandLine'
import { headersCommand } from './headers/headersCommand'

show(headersCommand(process.argv.slice(2)))
