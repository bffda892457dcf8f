import basicSsl from '@vitejs/plugin-basic-ssl'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { buildFacts } from './scripts/buildFacts/plugin.ts'
import { contentSecurityPolicy } from './scripts/csp.ts'
import { hostHeaders } from './scripts/headers/plugin.ts'
import { ownQrEngine } from './scripts/ownQrEngine.ts'
import { pdfFonts } from './scripts/pdfFonts.ts'
import { serviceWorker } from './scripts/serviceWorker.ts'
import { tameFhirclient } from './scripts/tameFhirclient.ts'
import { sampleHost } from './scripts/sampleHost/plugin.ts'

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const { facts, ofWorkers } = buildFacts()

/**
 * What a launch and what workers bring in. The development server would find them only when they are first needed, and
 * then reload the page, with which the record that is open, or the launch, is lost.
 */
const LATE_PARTS = [
  'fhirclient/lib/smart',
  'fhirclient/lib/security/browser',
  'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  'zxing-wasm/reader',
]

export default defineConfig(({ mode }) => ({
  // Relative addresses: the same folder works at the root of a host, below a path, and from any bucket.
  base: './',
  plugins: [
    react(),
    contentSecurityPolicy(),
    hostHeaders(),
    facts(),
    pdfFonts(),
    ownQrEngine(),
    tameFhirclient(),
    sampleHost(),
    serviceWorker(),
    ...(mode === 'https' ? [basicSsl()] : []),
  ],
  resolve: {
    // The writer of PDFs would bring along what unpacks WOFF2; our fonts are WOFF.
    alias: { 'brotli/decompress.js': page('src/app/save/pdf/noBrotli.ts') },
  },
  build: {
    target: 'es2022',
    // An inlined polyfill would be an inline script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    rolldownOptions: {
      output: {
        // Tables of East Asian characters are fetched when a PDF needs one, and fonts when a PDF is made: the installed
        // app keeps Latin letters, not all of them.
        assetFileNames: ({ names }) => {
          if (names.some((name) => name.endsWith('.bcmap'))) return 'pdf-maps/[name]-[hash][extname]'
          const isFont = names.some((name) => name.endsWith('.woff') && !/-sans-latin-\d/.test(name))
          return isFont ? 'fonts/[name]-[hash][extname]' : 'assets/[name]-[hash][extname]'
        },
      },
      input: {
        index: page('index.html'),
        shlink: page('shlink.html'),
        smartHealthCard: page('SMARTHealthCard/index.html'),
        captureQR: page('captureQR.html'),
        copyText: page('copyText.html'),
        launch: page('launch.html'),
      },
    },
  },
  worker: { format: 'es', plugins: () => [ofWorkers()] },
  optimizeDeps: {
    include: LATE_PARTS,
    rolldownOptions: { plugins: [tameFhirclient()] },
  },
}))
