// `npm run preview:renderers [-- --port N]`: every renderer on every sample it is made for, on a phone, on paper and on a
// desktop, in one sheet that follows changes to the code. A page for whoever works on renderers; it is not part of the build.
import { createServer } from 'vite'

const portAt = process.argv.indexOf('--port')
const server = await createServer({
  server: { port: portAt > 0 ? Number(process.argv[portAt + 1]) : 5174, host: 'localhost' },
})
await server.listen()
const sheet = new URL('scripts/preview/index.html', server.resolvedUrls?.local[0])
console.log(`\n  Every renderer on every sample:\n\n  ${sheet.href}\n\n  Stop it with Ctrl+C.`)
