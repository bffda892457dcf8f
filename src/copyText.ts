// `copyText.html` copies one text in a window of its own, for when the viewer stands in a frame that may not.
import { showCopyPage } from './app/copy/copyPage'

showCopyPage(document.querySelector('#root') ?? document.body)
