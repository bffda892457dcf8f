import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  label: 'Texto escrito por el remitente',
  table: 'Tabla',
  languages: 'Idiomas de este texto',
  removed: 'eliminado',
  struckOut: 'tachado',
  added: 'añadido',
  hidden: 'ocultado por el remitente',
  rightToLeft: 'de derecha a izquierda',
  leftToRight: 'de izquierda a derecha',
  formula: 'fórmula',
  pictureNotShown: 'imagen no mostrada',
  contentNotShown: 'contenido incrustado no mostrado',
  override: 'aquí cambia la dirección del texto',
  cutHere: 'el texto se corta aquí',
  link: 'enlace',
  links: 'Enlaces de este texto',
  openLink: 'Abrir el enlace {number}: {host}',
  droppedTitle: 'No todo lo que contiene este texto se muestra tal como lo preparó el remitente',
  droppedCode: {
    one: 'Se ha omitido {count} script u hoja de estilo.',
    other: 'Se han omitido {count} scripts u hojas de estilo.',
  },
  droppedPictures: { one: 'No se ha cargado {count} imagen.', other: 'No se han cargado {count} imágenes.' },
  droppedLinks: {
    one: '{count} enlace no se puede abrir desde aquí.',
    other: '{count} enlaces no se pueden abrir desde aquí.',
  },
  droppedFields: {
    one: '{count} campo de formulario se muestra como texto.',
    other: '{count} campos de formulario se muestran como texto.',
  },
  droppedEmbedded: {
    one: 'Se ha omitido {count} elemento incrustado.',
    other: 'Se han omitido {count} elementos incrustados.',
  },
  droppedOther: {
    one: 'De {count} elemento desconocido solo se muestra el texto.',
    other: 'De {count} elementos desconocidos solo se muestra el texto.',
  },
  droppedLooks:
    'No se muestran los colores ni el diseño del remitente. El texto que estos habrían ocultado sí se muestra.',
  cut: 'Este texto es demasiado largo para mostrarlo entero. Aquí falta el final; está completo en los datos de origen.',
  plain:
    'Este navegador no puede mostrar texto con formato de manera segura. A continuación aparece el texto tal como se envió, con sus marcas.',
}
