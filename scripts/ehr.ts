// `npm run ehr`: the viewer, and a simulated EHR that launches it in a frame. See CONTRIBUTING.md.
import { existsSync } from 'node:fs'
import { refusal, show } from './commandLine'
import { startDevViewer } from './ehr/devViewer'
import { readEhrArguments, type EhrArguments } from './ehr/ehrArguments'
import { startEhr } from './ehr/server'
import { viewerConfig } from './ehr/viewerConfig'
import { startViewerHost } from './ehr/viewerHost'

const wish = readEhrArguments(process.argv.slice(2))
if (!wish.ok) show(refusal(wish.error))
else if (wish.value.built && !existsSync('dist/index.html'))
  show(refusal('There is no build yet: npm run build makes one.'))
else await start(wish.value)

async function start({ ehrPort, viewerPort, quirks, built }: EhrArguments): Promise<void> {
  try {
    const config = () => viewerConfig(`http://127.0.0.1:${ehrPort}/fhir`)
    const viewer = built
      ? await startViewerHost({ folder: 'dist', config, port: viewerPort })
      : await startDevViewer({ config, port: viewerPort })
    const ehr = await startEhr({ viewer: viewer.address, port: ehrPort, quirks })
    console.log(`\n  The simulated EHR is on:  ${ehr.origin}/`)
    console.log(`  The viewer is on:         ${viewer.address}\n`)
    console.log('  Everybody in it is made up. Stop it with Ctrl+C.')
    process.once('SIGINT', () => process.exit(0))
  } catch (error) {
    const isTaken = error instanceof Error && /EADDRINUSE|already in use/.test(error.message)
    if (!isTaken) throw error
    show(refusal('A port is taken: choose others with --port and --viewer-port.'))
    process.exit()
  }
}
