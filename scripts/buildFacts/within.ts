import type { Part } from './part.ts'

/** What lies within packages under a licence of its own, by the file that has its text. */
export const WITHIN: Readonly<Record<string, Omit<Part, 'text'>>> = {
  'pdfjs-dist/standard_fonts/LICENSE_FOXIT': { name: 'Foxit fonts', licence: 'BSD-3-Clause' },
  'pdfjs-dist/standard_fonts/LICENSE_LIBERATION': {
    name: 'Liberation Sans',
    version: '1.07.4',
    licence: 'GPL-2.0-only WITH Font-exception-2.0',
  },
  'pdfjs-dist/cmaps/LICENSE': { name: 'Adobe CMap resources', licence: 'BSD-3-Clause' },
  'pdfjs-dist/wasm/LICENSE_JBIG2': { name: 'PDFium JBIG2 decoder', licence: 'BSD-3-Clause AND Apache-2.0' },
  'pdfjs-dist/wasm/LICENSE_PDFJS_JBIG2': { name: 'pdf.js.jbig2', licence: 'Apache-2.0' },
  'pdfjs-dist/wasm/LICENSE_OPENJPEG': { name: 'OpenJPEG', licence: 'BSD-2-Clause' },
  'pdfjs-dist/wasm/LICENSE_PDFJS_OPENJPEG': { name: 'pdf.js.openjpeg', licence: 'BSD-2-Clause' },
  'pdfjs-dist/wasm/LICENSE_QCMS': { name: 'qcms', licence: 'MIT' },
  'pdfjs-dist/wasm/LICENSE_PDFJS_QCMS': { name: 'pdf.js.qcms', licence: 'MIT' },
}

/** What the licence file of a package says, where the package itself names no licence. */
export const BY_FILE: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

/** Compiled into a package that has no text of it; its licence's own text is that of another package. */
export const COMPILED_IN: readonly {
  readonly into: string
  readonly part: Part
  readonly textOf: string
}[] = [{ into: 'zxing-wasm', part: { name: 'zxing-cpp', licence: 'Apache-2.0' }, textOf: 'pdfjs-dist' }]

/** Data in our own source; dictionaries name their own sources (terminology/manifest.json). */
export const DATA: readonly Part[] = [
  { name: 'HL7 FHIR R4, definitions of resources', version: '4.0.1', licence: 'CC0-1.0' },
  { name: 'CVX and MVX, names of vaccines and their makers (CDC)', licence: 'Public domain' },
]

/** Code that the tools put into a build, by how they name it. */
export const BY_TOOLS: readonly (readonly [pattern: RegExp, packageName: string])[] = [
  [/vite\/(?:preload-helper|modulepreload-polyfill|client)/, 'vite'],
  [/rolldown\/runtime/, 'rolldown'],
]
