import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  title: 'Acerca de este visor',
  what: 'Abre tarjetas y enlaces de salud SMART: información de salud que una persona lleva consigo como código QR, enlace o archivo.',
  checks:
    'Comprueba quién firmó una tarjeta y si se ha modificado desde entonces, descifra los enlaces y muestra lo que contienen. Todo ello ocurre en este navegador.',
  version: 'Versión {version}',

  cameraTitle: 'Prueba de la cámara',
  cameraLead:
    'Ponga delante de la cámara cualquier tarjeta o enlace de salud SMART. Aquí no se abre nada: se muestra lo que ha leído la cámara. Solo se muestran los primeros caracteres y no se guarda nada.',
  cameraGo: 'Probar la cámara',
  cameraAgain: 'Probar otra vez',
  cameraStop: 'Terminar la prueba',
  cameraLoading: 'Cargando…',
  cameraGood: 'La cámara funciona y lee códigos.',
  cameraOther: 'La cámara funciona. Lo que ha leído no es una tarjeta ni un enlace de salud SMART completo.',
  fieldTime: 'Leído al cabo de',
  seconds: '{seconds} segundos',

  builtTitle: 'De qué está hecho este visor',
  builtLead:
    'El visor es software libre con licencia MIT. Contiene trabajo de otras personas, cada uno con su propia licencia.',
  builtShow: 'Mostrar componentes y licencias',
  builtLoading: 'Cargando…',
  builtFailed: 'No se pudo cargar la lista. Compruebe la conexión e inténtelo de nuevo.',
  builtRetry: 'Reintentar',
  builtCount: { one: '{count} componente', other: '{count} componentes' },
  builtFrom: 'Hecho a partir del código fuente del {day}:',

  scannerTitle: 'Prueba del lector de códigos',
  scannerLead:
    'Lo que se escanea se abre desde cualquier pantalla, esté donde esté el cursor. Aquí no se abre nada: se muestra lo que envía su lector de códigos y qué conviene cambiar en su configuración.',
  scannerBox: 'Escanee aquí',
  scannerHint:
    'Ponga el cursor aquí y escanee una tarjeta o un enlace de salud SMART. Solo se muestran los primeros caracteres y no se guarda nada.',
  scannerWaiting: 'A la espera de un código.',
  scannerReceiving: {
    one: 'Recibiendo: {count} carácter hasta ahora, cada {gap} ms.',
    other: 'Recibiendo: {count} caracteres hasta ahora, cada {gap} ms.',
  },
  scannerGood: 'Este lector está bien configurado.',
  scannerWorks: 'Los códigos se abren. Algo de la configuración podría mejorar.',
  scannerFails: 'Un código leído así no se abre como debería.',

  fieldGrade: 'Qué era',
  fieldCharacters: 'Caracteres',
  fieldBeginning: 'Empieza por',
  fieldSpeed: 'Velocidad',
  fieldSuffix: 'Termina con',
  fieldCapsLock: 'Bloqueo de mayúsculas',
  fieldControls: 'Caracteres de control',
  fieldHost: 'Teclado de este ordenador',
  fieldRepair: 'Reparado',

  grade_whole: 'Una tarjeta o un enlace de salud SMART completos, o una parte completa',
  grade_named: 'Otro tipo de código',
  grade_damaged: 'Una tarjeta o un enlace de salud SMART incompletos',
  grade_nothing: 'Ni tarjeta ni enlace de salud SMART',
  characters: { one: '{count} carácter', other: '{count} caracteres' },
  speed: '{gap} ms de un carácter al siguiente, {duration} ms en total',
  suffix_none: 'Nada',
  suffix_enter: 'Intro',
  suffix_tab: 'Tabulador',
  suffix_several: 'Varias teclas Intro o Tabulador',
  on: 'Activado',
  off: 'Desactivado',
  repair_none: 'No ha hecho falta',
  'repair_letter-case': 'Se han vuelto a intercambiar mayúsculas y minúsculas',
  repair_layout: 'Leído como escrito para este teclado: {layout}',
  layout_unknown: 'No se puede saber',
  layout_us: 'estadounidense',
  layout_gb: 'británico',
  layout_de: 'alemán',
  layout_fr: 'francés',
  layout_es: 'español',
  layout_it: 'italiano',
  layout_latam: 'latinoamericano',
  layout_pt: 'portugués',
  layout_ch: 'suizo',
  layout_be: 'belga',
  layout_nordic: 'nórdico',

  'by-hand.title': 'Esto parece escrito a mano.',
  'by-hand.advice':
    'Escanee un código con el lector. Si ya lo ha hecho, su velocidad varía demasiado o no ha enviado casi nada.',
  'too-slow.title': 'El lector es demasiado lento para distinguirlo de alguien que teclea.',
  'too-slow.advice':
    'Ajuste el retardo entre caracteres («inter-character delay») a 10 ms o menos. Hasta entonces solo funciona en el cuadro de la pantalla Escanear.',
  'slow.title': 'El lector es lento.',
  'slow.advice': 'Funciona. Ajuste el retardo entre caracteres a 10 ms o menos para no tener que esperar.',
  'no-suffix.title': 'El lector no envía nada al final de cada código.',
  'no-suffix.advice':
    'Funciona tras una breve espera. Ajuste el sufijo a Intro («CR») para que los códigos se abran de inmediato.',
  'suffix-several.title': 'El lector envía más de una tecla al final de cada código.',
  'suffix-several.advice':
    'Funciona. Ajuste el sufijo a un solo Intro («CR»), que todos los programas entienden.',
  'caps-lock.title': 'El bloqueo de mayúsculas está activado.',
  'caps-lock.advice':
    'El visor corrige las letras, pero otros programas quizá no: desactive el bloqueo de mayúsculas en el teclado o la conversión de letras en el lector.',
  'one-case.title': 'El lector convierte todas las letras en mayúsculas, o todas en minúsculas.',
  'one-case.advice':
    'Eso destruye los enlaces: desactive la conversión de letras («case conversion») en su configuración.',
  'layout.title': 'El lector escribe para un teclado distinto del de este ordenador.',
  'layout.advice':
    'El visor lo repara, pero otros programas quizá no: ajuste el país del teclado del lector al de este ordenador.',
  'layout-unknown.title': 'El lector escribe para otro teclado, y el visor no sabe para cuál.',
  'layout-unknown.advice': 'Ajuste el país del teclado del lector al de este ordenador.',
  'prefix.title': 'El lector envía algo antes del código.',
  'prefix.advice':
    'El visor lo omite. Desactive el prefijo y el identificador de código («AIM ID») en su configuración.',
  'control-characters.title': 'El lector envía caracteres de control o teclas de función.',
  'control-characters.advice':
    'El visor los omite, pero el navegador puede reaccionar a algunos: desactive en su configuración la asignación de teclas de función y de caracteres de control.',
  'alt-codes.title': 'El lector escribe cada carácter por su número, con la tecla Alt.',
  'alt-codes.advice':
    'Es lento y solo funciona en Windows: desactive el «modo Alt» o «teclado universal» y ajuste el país del teclado.',
  'input-method.title': 'Un método de entrada cambia lo que se escribe.',
  'input-method.advice':
    'Antes de escanear, cambie la entrada de este ordenador a letras latinas sin conversión.',
  'damaged.title': 'Faltan caracteres o hay caracteres equivocados.',
  'damaged.advice':
    'Escanee de nuevo. Si ocurre siempre, alargue un poco el retardo entre caracteres (de 5 a 10 ms) y compruebe si el lector corta los códigos largos.',
  'not-a-card.title': 'Esto no es una tarjeta ni un enlace de salud SMART.',
  'not-a-card.advice':
    'Puede que el lector esté bien configurado: escanee una tarjeta o un enlace de salud SMART para comprobarlo.',
}
