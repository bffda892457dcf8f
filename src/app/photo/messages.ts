import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'Scan with the camera',
  lead: 'Hold the code in front of the camera, so that it fills the square.',
  viewfinder: 'What the camera sees',
  starting: 'Starting the camera…',
  slow: 'The browser is asking whether this page may use the camera. Look for its question near the address bar, and allow it.',
  scanning: 'Looking for a code…',
  hintNoCode: 'No code yet. Hold it closer and still, so that it fills the square, and avoid reflections.',
  hintDark: 'The picture is very dark. Turn on a light, or uncover the camera.',
  part: 'Part {have} of {need} has been read. Now show the next code of the same card.',
  paused: 'The camera has paused, because nothing was scanned for a while.',
  restart: 'Restart the camera',
  tryAgain: 'Start the camera again',
  switchCamera: 'Switch camera',
  switchHint: 'Press twice for the next of {count} cameras.',
  lightOn: 'Turn the light on',
  lightOff: 'Turn the light off',
  zoom: 'Zoom',
  openWindow: 'Scan in a window of its own',
  windowOpen: 'The camera is in the other window. What it scans appears here.',
  windowCancel: 'Stop waiting',
  privacy: 'The picture is read here, in your browser. It is neither stored nor sent.',
  pictures:
    'No camera at hand? Choose a photo, a screenshot or a PDF, drop it anywhere on this page, or paste it.',
  captureLead:
    'Hold the code in front of the camera. The window closes by itself as soon as it has been read.',
  captureAlone:
    'This window belongs to the viewer, which opens it when it needs the camera. It can be closed.',
  captureSent: 'The code has been read. You can close this window.',
  close: 'Close this window',
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./messages.es')).spanish,
})
