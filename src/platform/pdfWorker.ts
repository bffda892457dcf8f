// The worker of pdf.js, bundled into a `.js` file of ours: hosts know that type, and not all of them know `.mjs`.
// The build for older browsers is taken, because it is the one that also runs on a clinic's computer of last year.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
