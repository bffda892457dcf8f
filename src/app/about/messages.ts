import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'About this viewer',
  what: 'It opens SMART Health Cards and SMART Health Links: health information that a person carries as a QR code, a link or a file.',
  checks:
    'It checks who signed a card and whether it was changed since, decrypts links, and shows what is inside. All of that happens in this browser.',
  version: 'Version {version}',

  cameraTitle: 'Camera test',
  cameraLead:
    'Hold any SMART Health Card or Link in front of the camera. Here nothing is opened: it shows what the camera read. Only the first characters are shown, and nothing is kept.',
  cameraGo: 'Test the camera',
  cameraAgain: 'Test again',
  cameraStop: 'Stop the test',
  cameraLoading: 'Loading…',
  cameraGood: 'The camera works, and reads codes.',
  cameraOther: 'The camera works. What it read is not a whole SMART Health Card or Link.',
  fieldTime: 'Read after',
  seconds: '{seconds} seconds',

  builtTitle: 'What this viewer is built with',
  builtLead:
    'The viewer itself is free software under the MIT licence. It contains the work of others, each under a licence of its own.',
  builtShow: 'Show parts and licences',
  builtLoading: 'Loading…',
  builtFailed: 'The list could not be loaded. Check the connection, then try again.',
  builtRetry: 'Try again',
  builtCount: { one: '{count} part', other: '{count} parts' },
  builtFrom: 'Built from the source of {day}:',

  scannerTitle: 'Scanner test',
  scannerLead:
    'Scans open from every screen, whatever has the focus. Here a scan opens nothing: it shows what your barcode scanner sends, and what to change in its settings.',
  scannerBox: 'Scan here',
  scannerHint:
    'Put the cursor here and scan a SMART Health Card or Link. Only the first characters are shown, and nothing is kept.',
  scannerWaiting: 'Waiting for a scan.',
  scannerReceiving: {
    one: 'Receiving: {count} character so far, {gap} ms apart.',
    other: 'Receiving: {count} characters so far, {gap} ms apart.',
  },
  scannerGood: 'This scanner is set up well.',
  scannerWorks: 'Scans open. Something about the settings could be better.',
  scannerFails: 'A scan like this does not open as it should.',

  fieldGrade: 'What it was',
  fieldCharacters: 'Characters',
  fieldBeginning: 'Begins with',
  fieldSpeed: 'Speed',
  fieldSuffix: 'Ends with',
  fieldCapsLock: 'Caps Lock',
  fieldControls: 'Control characters',
  fieldHost: 'Keyboard of this computer',
  fieldRepair: 'Repaired',

  grade_whole: 'A whole SMART Health Card or Link, or a whole part of one',
  grade_named: 'Another kind of code',
  grade_damaged: 'A SMART Health Card or Link that is not whole',
  grade_nothing: 'No SMART Health Card or Link',
  characters: { one: '{count} character', other: '{count} characters' },
  speed: '{gap} ms from one character to the next, {duration} ms in all',
  suffix_none: 'Nothing',
  suffix_enter: 'Enter',
  suffix_tab: 'Tab',
  suffix_several: 'Several of Enter and Tab',
  on: 'On',
  off: 'Off',
  repair_none: 'Nothing had to be',
  'repair_letter-case': 'Capital and small letters were swapped back',
  repair_layout: 'Read as typed for this keyboard: {layout}',
  layout_unknown: 'Cannot be told',
  layout_us: 'United States',
  layout_gb: 'United Kingdom',
  layout_de: 'German',
  layout_fr: 'French',
  layout_es: 'Spanish',
  layout_it: 'Italian',
  layout_latam: 'Latin American',
  layout_pt: 'Portuguese',
  layout_ch: 'Swiss',
  layout_be: 'Belgian',
  layout_nordic: 'Nordic',

  'by-hand.title': 'This looks like typing by hand.',
  'by-hand.advice':
    'Scan a code with the scanner. If you did, its speed varies too much or it sent almost nothing.',
  'too-slow.title': 'The scanner is too slow to be told from typing by hand.',
  'too-slow.advice':
    'Set its delay between characters (“inter-character delay”) to 10 ms or less. Until then it works only in the box of the Scan screen.',
  'slow.title': 'The scanner is slow.',
  'slow.advice': 'It works. Set its delay between characters to 10 ms or less to save waiting.',
  'no-suffix.title': 'The scanner sends nothing at the end of a scan.',
  'no-suffix.advice': 'It works after a short wait. Set its suffix to Enter (“CR”) to open scans at once.',
  'suffix-several.title': 'The scanner sends more than one key at the end of a scan.',
  'suffix-several.advice':
    'It works. Set its suffix to a single Enter (“CR”), which every program understands.',
  'caps-lock.title': 'Caps Lock is on.',
  'caps-lock.advice':
    'The viewer puts the letters right, other programs may not: switch Caps Lock off on the keyboard, or switch off letter conversion in the scanner.',
  'one-case.title': 'The scanner turns all letters into capitals, or all into small letters.',
  'one-case.advice': 'That destroys links: switch off letter conversion (“case conversion”) in its settings.',
  'layout.title': 'The scanner types for another keyboard than this computer has.',
  'layout.advice':
    'The viewer repairs it, other programs may not: set the scanner’s keyboard country to that of this computer.',
  'layout-unknown.title': 'The scanner types for another keyboard, and the viewer does not know which.',
  'layout-unknown.advice': 'Set the scanner’s keyboard country to that of this computer.',
  'prefix.title': 'The scanner sends something before the code.',
  'prefix.advice':
    'The viewer leaves it out. Switch off the prefix and the code identifier (“AIM ID”) in its settings.',
  'control-characters.title': 'The scanner sends control characters or function keys.',
  'control-characters.advice':
    'The viewer leaves them out, but a browser may act on some: switch off function-key and control-character mapping in its settings.',
  'alt-codes.title': 'The scanner types each character by its number, with the Alt key.',
  'alt-codes.advice':
    'That is slow, and works on Windows only: switch off “Alt mode” or “universal keyboard” and set its keyboard country.',
  'input-method.title': 'An input method changes what is typed.',
  'input-method.advice': 'Switch this computer’s input to plain Latin letters before scanning.',
  'damaged.title': 'Characters are missing or wrong.',
  'damaged.advice':
    'Scan again. If it happens every time, set the delay between characters a little longer (5 to 10 ms), and see whether the scanner cuts off long codes.',
  'not-a-card.title': 'This is not a SMART Health Card or Link.',
  'not-a-card.advice': 'The scanner may be set up well: scan a SMART Health Card or Link to be sure.',
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./messages.es')).spanish,
})
