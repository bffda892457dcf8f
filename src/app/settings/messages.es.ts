import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  rejected:
    'Este visor no está bien configurado: config.json o la dirección contienen valores que no se pueden usar ({keys}). En su lugar se usan los valores predeterminados.',
  expected: 'debe ser {what}.',
  given: 'Contiene:',

  text: 'un texto de {longest} caracteres como máximo',
  'by-language':
    'un texto de {longest} caracteres como máximo, o un objeto con uno por idioma, según su etiqueta (en, es)',
  number: 'un número de {least} a {most}',
  switch: 'true o false',
  'one-of': 'uno de estos valores: {values}',
  list: 'una lista en la que cada elemento sea {of}',
  object: 'un objeto con las claves {keys}',
  json: 'un objeto en JSON',
  address: 'una dirección https o una relativa a la página',
  host: 'un servidor, como links.example.org',
  origin: 'el origen de una página, como https://ehr.example.org',
  server: 'la dirección https de un servidor, sin consulta (http en este mismo equipo)',
  scopes: 'un texto con ámbitos separados por espacios y sin comodines',
  'own-file': 'la dirección de un archivo del propio servidor del visor, relativa a la página',
  colour: 'un color con la forma #0b5b7f',
  contrast:
    'un color que se pueda leer sobre {surface}, con un contraste mínimo de {least} a 1; este tiene {found} a 1',
}
