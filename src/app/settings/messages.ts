import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  rejected:
    'This viewer is not set up correctly: config.json or the address has values that cannot be used ({keys}). The built-in settings are used for them.',
  expected: 'it must be {what}.',
  given: 'There is:',

  text: 'a text of at most {longest} characters',
  'by-language':
    'a text of at most {longest} characters, or an object with one for each language, by its tag (en, es)',
  number: 'a number from {least} to {most}',
  switch: 'true or false',
  'one-of': 'one of {values}',
  list: 'a list, in which each entry is {of}',
  object: 'an object with the keys {keys}',
  json: 'an object in JSON',
  address: 'an https address, or one relative to the page',
  host: 'a host, such as links.example.org',
  origin: 'the origin of a page, such as https://ehr.example.org',
  server: 'the https address of a server, without a query (http on this machine)',
  scopes: 'a text of scopes with blanks between them and without wildcards',
  'own-file': 'the address of a file on the viewer’s own host, relative to the page',
  colour: 'a colour of the form #0b5b7f',
  contrast:
    'a colour that can be read on {surface}, with a contrast of at least {least} to 1; this one has {found} to 1',
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./messages.es')).spanish,
})
