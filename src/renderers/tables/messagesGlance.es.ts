import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messagesGlance'

export const spanish: Translation<typeof english> = {
  title: 'De un vistazo',
  intro:
    'Lo reúne este visor a partir de lo que sigue. Lo que no está codificado o no figura en este registro no aparece aquí.',
  failed: 'No se ha podido preparar la vista rápida. Lea el registro mismo: todo está en él.',
  alerts: 'Alertas',
  allergies: 'Alergias e intolerancias',
  problems: 'Problemas actuales',
  medications: 'Medicación actual',
  pregnancy: 'Embarazo',
  devices: 'Dispositivos e implantes',
  directives: 'Voluntades anticipadas',
  results: 'Resultados fuera de lo normal',
  dueVaccines: 'Vacunas pendientes',
  immunizations: 'Vacunas',

  countedTitle: '{title} ({count})',
  times: { one: '{text} (una vez)', other: '{text} ({count} entradas)' },
  more: { one: 'Mostrar {count} más', other: 'Mostrar {count} más' },
  fewer: 'Mostrar menos',
  highCriticality: 'Criticidad alta',
  severeReaction: 'Reacción grave',
  severe: 'Grave',
  until: 'período terminado: {period}',
  latest: 'la última: {text}',

  notIncluded: 'No figura en este registro. Eso no dice nada sobre si hay algo o no.',
  notIncludedInDocument: 'No figura en este documento. Eso no dice nada sobre si hay algo o no.',
  none_nilknown: 'El autor declara que no se conoce nada.',
  none_notasked: 'Se desconoce: no se preguntó.',
  none_withheld: 'Información retenida.',
  none_unavailable: 'Se desconoce: no había información disponible.',
  none_notstarted: 'Se desconoce: aún no se ha recogido.',
  none_closed: 'Esta lista ya no se mantiene.',
  none_other: 'Se dejó sin contenido: {reason}',
  none_unexplained: 'Se dejó sin contenido y sin motivo.',
  onlyText: 'Solo está en el texto del autor: léalo allí.',
  saysMore: 'El texto del autor dice más que los datos codificados.',
  missing: {
    one: 'Se menciona {count} entrada que no está incluida.',
    other: 'Se mencionan {count} entradas que no están incluidas.',
  },
  otherEntries: {
    one: 'Esta sección tiene {count} entrada de otro tipo.',
    other: 'Esta sección tiene {count} entradas de otros tipos.',
  },
  noneCurrent: {
    one: '{count} entrada que no consta como actual.',
    other: '{count} entradas; ninguna consta como actual.',
  },
  aboutOthers: 'Sobre otra persona',
  notListedOthers: {
    one: 'No aparece aquí: {count} entrada sobre una persona distinta de la de este registro.',
    other: 'No aparecen aquí: {count} entradas sobre personas distintas de la de este registro.',
  },
  notCurrent: {
    one: 'No aparece aquí: {count} que ya terminó.',
    other: 'No aparecen aquí: {count} que ya terminaron.',
  },
  retracted: {
    one: 'No aparece aquí: {count} registrada por error o descartada.',
    other: 'No aparecen aquí: {count} registradas por error o descartadas.',
  },
  qualified: {
    one: 'No aparece aquí: {count} con un calificador que este visor no entiende.',
    other: 'No aparecen aquí: {count} con un calificador que este visor no entiende.',
  },
  statedNothingKnown: '{text}: eso no dice nada sobre si hay algo o no.',
  contradiction: 'Contradictorio: también se declara «{text}».',
  resultsJudged: {
    one: '{count} prueba; su resultado más reciente no está marcado ni fuera de su intervalo.',
    other: '{count} pruebas; ningún resultado más reciente está marcado ni fuera de su intervalo.',
  },
  resultsFlagged: {
    one: '{flagged} de {count} prueba: su resultado más reciente está marcado o fuera de su intervalo.',
    other: '{flagged} de {count} pruebas: el resultado más reciente está marcado o fuera de su intervalo.',
  },
  unjudged: {
    one: '{count} prueba llegó sin marca y sin intervalo.',
    other: '{count} pruebas llegaron sin marca y sin intervalo.',
  },

  aboveRange: 'Por encima del intervalo indicado',
  belowRange: 'Por debajo del intervalo indicado',

  trendsTitle: 'Evolución',
  trendTest: 'Prueba',
  trendPicture: 'Curso',
  trendText: {
    one: '{label}: {count} valor, {values}.',
    other: '{label}: {count} valores, del más antiguo al más reciente: {values}.',
  },
  trendBand: 'El intervalo indicado es {range}.',
  trendBandsDiffer: 'Los intervalos indicados no coinciden; véase cada valor.',
  trendEarlier: {
    one: '{count} valor anterior está en la tabla de todos los resultados.',
    other: '{count} valores anteriores están en la tabla de todos los resultados.',
  },
  trendLeftOut: {
    one: 'Falta aquí {count} valor retirado, anulado o sin fecha; véase la tabla de todos los resultados.',
    other:
      'Faltan aquí {count} valores retirados, anulados o sin fecha; véase la tabla de todos los resultados.',
  },
  trendUnit: '{label} ({unit})',
  trendRange: 'intervalo {range}',
}
