// `npm start [-- --https] [--port N] [--host]`: the viewer with hot reload and the sample host, at an address it prints.
import { createServer } from 'vite'

const wants = new Set(process.argv.slice(2))
const portAt = process.argv.indexOf('--port')
const port = portAt > 0 ? Number(process.argv[portAt + 1]) : 5173

const server = await createServer({
  mode: wants.has('--https') ? 'https' : 'development',
  // A phone has to reach the page, and only over https does its browser allow the cryptography.
  server: { port, host: wants.has('--https') || wants.has('--host') ? true : 'localhost' },
})
await server.listen()
console.log('\n  SHX Viewer, with samples, on:\n')
server.printUrls()
console.log('\n  Stop it with Ctrl+C.')
