import type { Translation } from './defineMessages'
import type { english } from './errors.en'

export const spanish: Translation<typeof english> = {
  'INPUT_EMPTY.title': 'No hay nada que leer.',
  'INPUT_EMPTY.advice':
    'Escanee un código, elija un archivo o pegue una tarjeta SMART Health Card o un enlace SMART Health Link.',
  'SHARE_LOST.title': 'Lo que se ha compartido no ha llegado.',
  'SHARE_LOST.advice':
    'Se retiene solo un momento y nunca se guarda. Compártalo de nuevo, péguelo o elija el archivo aquí.',
  'INPUT_NOT_RECOGNISED.web-address.title':
    'Esto es una dirección web, no una tarjeta ni un enlace de salud SMART.',
  'INPUT_NOT_RECOGNISED.text.title': 'Este texto no es una tarjeta ni un enlace de salud SMART.',
  'INPUT_NOT_RECOGNISED.json.title':
    'Esto no es una tarjeta ni un enlace de salud SMART, y tampoco una historia clínica.',
  'INPUT_NOT_RECOGNISED.fhir-unknown.title':
    'Esto parece un registro de salud, pero de un tipo que el visor no conoce.',
  'INPUT_NOT_RECOGNISED.web-address.advice':
    'La dirección no se ha abierto; pida al remitente la propia tarjeta o el propio enlace de salud.',
  'INPUT_NOT_RECOGNISED.advice': 'Compruebe que tiene el código o el archivo correcto, y que está completo.',
  'INPUT_OTHER_FORMAT.eu-dcc.title':
    'Esto es un certificado COVID digital de la UE, que este visor no puede leer.',
  'INPUT_OTHER_FORMAT.vhlink.title':
    'Esto es un enlace de salud verificable (Verifiable Health Link), que este visor no puede leer.',
  'INPUT_OTHER_FORMAT.openid4vp.title':
    'Este código pide a una cartera digital que muestre una credencial; no contiene información de salud.',
  'INPUT_OTHER_FORMAT.cms-app-id.title':
    'Este código identifica una aplicación; no contiene información de salud.',
  'INPUT_OTHER_FORMAT.vcard.title':
    'Esto es una tarjeta de visita electrónica; no contiene información de salud.',
  'INPUT_OTHER_FORMAT.other-link-scheme.title': 'Este enlace está hecho para otra aplicación.',
  'INPUT_OTHER_FORMAT.pdf417.title':
    'Esto es un código PDF417, como los de los permisos de conducir; no es una tarjeta ni un enlace de salud SMART.',
  'INPUT_OTHER_FORMAT.aztec.title':
    'Esto es un código Aztec, como los de los billetes; no es una tarjeta ni un enlace de salud SMART.',
  'INPUT_OTHER_FORMAT.data-matrix.title':
    'Esto es un código Data Matrix, como los de los envases de medicamentos; no es una tarjeta ni un enlace de salud SMART.',
  'INPUT_OTHER_FORMAT.barcode.title':
    'Esto es un código de barras común; no es una tarjeta ni un enlace de salud SMART.',
  'INPUT_OTHER_FORMAT.advice':
    'Ábralo con la aplicación correspondiente, o pida una tarjeta o un enlace de salud SMART.',
  'INPUT_TOO_LARGE.title': 'Esto supera los {size}, que es lo máximo que lee el visor.',
  'INPUT_TOO_LARGE.advice': 'Pida al remitente un archivo más pequeño o un enlace SMART Health Link.',
  'FILE_UNREADABLE.title': 'No se ha podido leer el archivo.',
  'FILE_UNREADABLE.advice': 'Elíjalo de nuevo o pida al remitente que se lo envíe otra vez.',
  'FILE_NOT_JSON.title': 'El archivo está dañado o no es un archivo de tarjetas SMART Health Card.',
  'FILE_NOT_JSON.advice': 'Descargue el archivo de nuevo o pida otro al remitente.',
  'FILE_NO_CARDS.title': 'El archivo no contiene ninguna tarjeta.',
  'FILE_NO_CARDS.issuer.title': 'El emisor no ha devuelto ninguna tarjeta.',
  'FILE_NO_CARDS.issuer.advice':
    'No tiene ninguna de esta persona, o ninguna del tipo que se pidió. Consulte al emisor.',
  'FILE_NO_CARDS.advice': 'Pida al remitente un archivo que contenga las tarjetas.',
  'INSECURE_CONTEXT.title':
    'Esta página se ha abierto sin una conexión segura, y el navegador no permite usar la criptografía que necesita toda comprobación.',
  'INSECURE_CONTEXT.advice': 'Abra la página con su dirección que empieza por https.',

  'CAMERA_DENIED.title': 'El navegador no tiene permiso para usar la cámara.',
  'CAMERA_DENIED.advice':
    'Permita la cámara para esta página en la barra de direcciones o en los ajustes del navegador y vuelva a iniciarla, o elija una imagen.',
  'SCAN_GARBLED.letter-case.title':
    'El lector de códigos cambió las mayúsculas o minúsculas de este enlace, por lo que no se puede leer.',
  'SCAN_GARBLED.letter-case.advice':
    'Desactive la conversión de letras en la configuración del lector; la prueba del lector, en la pantalla Acerca de, muestra si ha funcionado.',
  'SCAN_GARBLED.layout.title':
    'El lector escribe para otra distribución de teclado, por lo que el código llegó alterado.',
  'SCAN_GARBLED.layout.advice':
    'Ajuste el país del teclado del lector al de este ordenador; la prueba del lector, en la pantalla Acerca de, muestra si ha funcionado.',
  'CAMERA_UNAVAILABLE.title': 'No se ha encontrado ninguna cámara en este dispositivo.',
  'CAMERA_UNAVAILABLE.advice': 'Conecte una cámara, o elija una imagen o un archivo.',
  'CAMERA_IN_USE.title': 'Otro programa está usando la cámara.',
  'CAMERA_IN_USE.advice': 'Cierre el otro programa y vuelva a iniciar la cámara, o elija una imagen.',
  'CAMERA_UNPLUGGED.title': 'La cámara se ha desconectado o apagado.',
  'CAMERA_UNPLUGGED.advice': 'Vuelva a conectarla, o inicie otra cámara.',
  'CAMERA_INSECURE_CONTEXT.title':
    'Esta página se ha abierto sin una conexión segura, por lo que el navegador no permite usar la cámara.',
  'CAMERA_INSECURE_CONTEXT.advice':
    'Abra la página por su dirección que empieza por https, o elija una imagen.',
  'CAMERA_BLOCKED_BY_FRAME.title':
    'El programa que muestra esta página dentro de la suya no le permite usar la cámara.',
  'CAMERA_BLOCKED_BY_FRAME.advice': 'Escanee en una pequeña ventana aparte, o elija una imagen.',
  'POPUP_BLOCKED.title': 'El navegador no ha abierto la ventana de la cámara.',
  'POPUP_BLOCKED.advice':
    'Permita las ventanas emergentes para esta página y pulse de nuevo el botón, o elija una imagen.',
  'VIEWER_INCOMPLETE.title': 'No se ha podido cargar una parte de este visor, así que no se ha abierto nada.',
  'VIEWER_INCOMPLETE.advice':
    'Compruebe la conexión y vuelva a intentarlo. Si no sirve, vuelva a cargar la página.',
  'READER_UNAVAILABLE.title': 'No se ha podido cargar la parte del visor que lee códigos y documentos.',
  'READER_UNAVAILABLE.advice': 'Compruebe la conexión y vuelva a intentarlo.',
  'IMAGE_NO_QR.title': 'No se ha encontrado ningún código QR.',
  'IMAGE_NO_QR.advice': 'Pruebe con una imagen más nítida, tomada de más cerca y con el código entero.',
  'IMAGE_QR_UNREADABLE.title':
    'Hay un código QR, pero no se puede leer: está borroso, dañado o es demasiado pequeño.',
  'IMAGE_QR_UNREADABLE.advice': 'Haga de nuevo la foto, de más cerca, de frente y con buena luz.',
  'IMAGE_TOO_LARGE.title': 'La imagen tiene más de {megapixels} megapíxeles, que es lo máximo que se abre.',
  'IMAGE_TOO_LARGE.advice': 'Haga una foto más pequeña, o una captura de pantalla del código.',
  'IMAGE_FORMAT_UNSUPPORTED.title': 'Este navegador no puede abrir imágenes de este tipo.',
  'IMAGE_FORMAT_UNSUPPORTED.advice': 'Guárdela como JPEG o PNG, o haga una captura de pantalla del código.',
  'PDF_LOCKED.title': 'El documento está protegido con una contraseña.',
  'PDF_LOCKED.advice': 'Ábralo con el programa que use para ello y haga una captura de pantalla del código.',

  'QR_DIGITS_ODD.title': 'Una parte del código se ha perdido o se ha leído dos veces.',
  'QR_DIGITS_ODD.advice': 'Escanee el código de nuevo, de cerca y bien derecho.',
  'QR_DIGITS_RANGE.title': 'El código contiene cifras que no pueden aparecer en una tarjeta de salud.',
  'QR_DIGITS_RANGE.advice':
    'Escanee el código de nuevo; si no funciona, pida una tarjeta nueva a quien la emitió.',
  'QR_HEADER_MALFORMED.title': 'El código empieza como una tarjeta de salud, pero no continúa como tal.',
  'QR_HEADER_MALFORMED.advice':
    'Escanee el código de nuevo; si no funciona, pida una tarjeta nueva a quien la emitió.',
  'QR_CHUNK_INCOMPLETE.title': 'Partes de esta tarjeta que se han escaneado: {have} de {need}.',
  'QR_CHUNK_INCOMPLETE.advice': {
    one: 'Escanee el siguiente código de la misma tarjeta. Falta la parte {parts}.',
    other: 'Escanee los demás códigos de la misma tarjeta, en cualquier orden. Faltan las partes {parts}.',
  },
  'QR_CHUNK_CONFLICT.title': 'Estos códigos pertenecen a tarjetas distintas.',
  'QR_CHUNK_CONFLICT.advice':
    'El último código que se ha escaneado es de otra tarjeta que los anteriores. No se ha mezclado nada de ninguna de las dos.',
  'QR_CHUNK_INDEX_INVALID.title': 'El código dice ser la parte {index} de {total}, lo cual no es posible.',
  'QR_CHUNK_INDEX_INVALID.advice':
    'Escanee el código de nuevo; si no funciona, pida una tarjeta nueva a quien la emitió.',
  'JWS_MALFORMED.title': 'La tarjeta está incompleta o dañada.',
  'JWS_MALFORMED.advice': 'Escanee o copie de nuevo la tarjeta entera.',
  'JWS_HEADER_INVALID.title': 'La tarjeta no cumple el estándar SMART Health Cards.',
  'JWS_HEADER_INVALID.advice': 'Pida una tarjeta nueva a quien la emitió.',
  'PAYLOAD_INFLATE_FAILED.title': 'No se ha podido descomprimir el contenido de la tarjeta.',
  'PAYLOAD_INFLATE_FAILED.advice':
    'Escanee o copie la tarjeta de nuevo; si no funciona, pida una nueva a quien la emitió.',
  'PAYLOAD_TOO_LARGE.title': 'Descomprimida, la tarjeta superaría los {size}, así que no se ha abierto.',
  'PAYLOAD_TOO_LARGE.advice':
    'Ninguna tarjeta normal es tan grande; pregunte de dónde procede a quien se la dio.',
  'PAYLOAD_NOT_JSON_OBJECT.title': 'El contenido de la tarjeta no se puede leer.',
  'PAYLOAD_NOT_JSON_OBJECT.advice':
    'Escanee o copie la tarjeta de nuevo; si no funciona, pida una nueva a quien la emitió.',
  'PAYLOAD_MISSING_FIELD.title': 'A la tarjeta le falta una parte que toda tarjeta de salud debe tener.',
  'PAYLOAD_MISSING_FIELD.advice': 'Pida una tarjeta nueva a quien la emitió.',

  'SHL_MALFORMED.base64.title': 'El enlace está dañado.',
  'SHL_MALFORMED.json.title': 'El enlace está dañado.',
  'SHL_MALFORMED.truncated.title': 'El enlace está incompleto.',
  'SHL_MALFORMED.url.title': 'El enlace no indica dónde está su contenido.',
  'SHL_MALFORMED.advice': 'Escanee o copie de nuevo el enlace entero, o pida otro al remitente.',
  'SHL_KEY_INVALID.title':
    'El enlace no contiene una clave utilizable, así que su contenido no se puede descifrar.',
  'SHL_KEY_INVALID.advice': 'Escanee o copie de nuevo el enlace entero, o pida otro al remitente.',
  'SHL_URL_INSECURE.not-a-url.title': 'El enlace no indica dónde está su contenido.',
  'SHL_URL_INSECURE.not-https.title':
    'El enlace lleva a una dirección sin conexión segura, así que no se ha abierto.',
  'SHL_URL_INSECURE.credentials.title':
    'La dirección del enlace contiene un nombre de usuario o una contraseña, así que no se ha abierto.',
  'SHL_URL_INSECURE.local-address.title':
    'El enlace lleva a una dirección dentro de una red privada, así que no se ha abierto.',
  'SHL_URL_INSECURE.advice': 'Pida al remitente un enlace a una dirección pública y segura.',
  'SHL_VERSION_UNSUPPORTED.title':
    'El enlace usa la versión {version} de su estándar, que este visor no conoce.',
  'SHL_VERSION_UNSUPPORTED.advice': 'Pida un visor más reciente a quien ofrece este.',
  'SHL_FLAGS_CONFLICT.title': 'El enlace se contradice: pide un código de acceso que no le sirve de nada.',
  'SHL_FLAGS_CONFLICT.advice': 'Se ha abierto sin código de acceso; no tiene que hacer nada.',
  'LINK_EXPIRED.title': 'El remitente fijó el fin de este enlace para el {date}.',
  'LINK_EXPIRED.advice': 'Pida un enlace nuevo al remitente, o pruebe este de todos modos.',
  'LINK_INACTIVE.title': 'Este enlace ya no está activo en {host}.',
  'CONFIRM_LINK.title': 'Este enlace lleva a {host}.',
  'CONFIRM_LINK.advice': 'Ábralo solo si esperaba algo de allí.',
  'LINK_INACTIVE.advice': 'Pida un enlace nuevo al remitente.',
  'PASSCODE_REQUIRED.title': 'Este enlace está protegido con un código de acceso.',
  'PASSCODE_REQUIRED.advice': 'Introduzca el código de acceso que le dio el remitente.',
  'PASSCODE_INCORRECT.title': 'El código de acceso es incorrecto.',
  'PASSCODE_INCORRECT.remaining.advice': {
    one: 'Compruébelo antes de volver a intentarlo: solo queda un intento.',
    other: 'Compruébelo antes de volver a intentarlo: quedan {count} intentos.',
  },
  'PASSCODE_INCORRECT.advice':
    'Compruébelo antes de volver a intentarlo: los servidores bloquean un enlace tras unos pocos códigos incorrectos.',
  'PASSCODE_LOCKED.title':
    'Se han introducido demasiados códigos de acceso incorrectos y el enlace ha quedado bloqueado.',
  'PASSCODE_LOCKED.advice': 'Pida un enlace nuevo al remitente.',
  'RATE_LIMITED.title': '{host} está recibiendo demasiadas solicitudes.',
  'RATE_LIMITED.seconds.advice': {
    one: 'Vuelva a intentarlo dentro de un segundo.',
    other: 'Vuelva a intentarlo dentro de {count} segundos.',
  },
  'RATE_LIMITED.minutes.advice': {
    one: 'Vuelva a intentarlo dentro de un minuto.',
    other: 'Vuelva a intentarlo dentro de {count} minutos.',
  },
  'SERVER_REFUSED.title': '{host} ha rechazado la solicitud (estado {status}).',
  'SERVER_REFUSED.advice':
    'Pregunte al remitente si el enlace todavía se puede abrir, y quién puede hacerlo.',
  'SERVER_ERROR.title': '{host} tiene un fallo en este momento (estado {status}).',
  'SERVER_ERROR.advice': 'Vuelva a intentarlo dentro de unos minutos.',
  'NETWORK_OFFLINE.title': 'Este dispositivo no tiene conexión.',
  'NETWORK_OFFLINE.advice': 'Conéctese a internet y vuelva a intentarlo.',
  'NETWORK_OR_CORS.title': 'El navegador no puede comunicarse con {host}.',
  'NETWORK_OR_CORS.advice':
    'Vuelva a intentarlo; si no funciona, avise al remitente, porque el servidor puede estar caído, bloqueado por esta red o cerrado a los visores web.',
  'TIMEOUT.title': '{host} no ha respondido a tiempo.',
  'TIMEOUT.advice': 'Vuelva a intentarlo, si es posible con una conexión mejor.',
  'MANIFEST_NOT_JSON.title': '{host} ha respondido con algo que no es un enlace SMART Health Link.',
  'MANIFEST_NOT_JSON.advice':
    'Si esta red exige iniciar sesión antes, hágalo y vuelva a intentarlo; si no, pida al remitente que revise el enlace.',
  'MANIFEST_INVALID.title': '{host} ha respondido de una forma que el estándar SMART Health Links no prevé.',
  'MANIFEST_INVALID.advice': 'Pida al remitente que revise el enlace.',
  'MANIFEST_EMPTY.title': 'No se ha compartido nada a través de este enlace.',
  'MANIFEST_EMPTY.advice': 'Pida al remitente que revise lo que quería compartir.',
  'MANIFEST_EMPTY.pending.title': 'Todavía no se ha compartido nada a través de este enlace.',
  'MANIFEST_EMPTY.pending.advice': 'Vuelva a intentarlo más tarde.',

  'FILE_LOCATION_EXPIRED.title': 'Ha terminado el plazo para descargar este archivo de {host}.',
  'FILE_LOCATION_EXPIRED.advice': 'Abra el enlace de nuevo.',
  'FILE_UNREACHABLE.title': 'No se ha podido descargar este archivo de {host}.',
  'FILE_UNREACHABLE.status.title': 'No se ha podido descargar este archivo de {host} (estado {status}).',
  'FILE_UNREACHABLE.advice': 'Vuelva a intentarlo; si no funciona, avise al remitente.',
  'FILE_ADDRESS_REFUSED.not-a-url.title': 'El servidor no indica dónde está este archivo.',
  'FILE_ADDRESS_REFUSED.not-https.title':
    'Este archivo está en una dirección sin conexión segura, así que no se ha descargado.',
  'FILE_ADDRESS_REFUSED.credentials.title':
    'La dirección de este archivo contiene un nombre de usuario o una contraseña, así que no se ha descargado.',
  'FILE_ADDRESS_REFUSED.local-address.title':
    'Este archivo está en una dirección dentro de una red privada, así que no se ha descargado.',
  'FILE_ADDRESS_REFUSED.advice': 'Pida al remitente que lo comparta desde una dirección pública y segura.',
  'FILE_NOT_ENCRYPTED.title':
    'El servidor ha enviado este archivo sin el cifrado que debe tener un enlace de salud.',
  'FILE_NOT_ENCRYPTED.advice': 'Tenga en cuenta que otras personas han podido leerlo o modificarlo.',
  'FILE_JWE_INVALID.title': 'Este archivo no está cifrado de la forma que exige el estándar.',
  'FILE_JWE_INVALID.advice': 'Pida al remitente que lo comparta de nuevo, si es posible con otra aplicación.',
  'FILE_DECRYPT_FAILED.title':
    'No se ha podido descifrar este archivo: la clave no corresponde o el archivo ha sido modificado.',
  'FILE_DECRYPT_FAILED.advice': 'Pida un enlace nuevo al remitente.',
  'FILE_DECOMPRESS_FAILED.title': 'Este archivo se ha descifrado, pero no se ha podido descomprimir.',
  'FILE_DECOMPRESS_FAILED.advice': 'Pida al remitente que lo comparta de nuevo.',
  'FILE_TOO_LARGE.title': 'Este archivo supera los {size}, que es lo máximo que abre el visor.',
  'FILE_TOO_LARGE.advice': 'Pida al remitente que comparta menos contenido cada vez.',
  'FILE_CONTENT_INVALID.title': 'Este archivo ha llegado, pero no contiene nada legible.',
  'FILE_CONTENT_INVALID.advice': 'Pida al remitente que lo comparta de nuevo.',
  'FILE_TYPE_UNSUPPORTED.document.title':
    'Este archivo es un documento, no datos de salud que se puedan presentar aquí.',
  'FILE_TYPE_UNSUPPORTED.picture.title':
    'Este archivo es una imagen, no datos de salud que se puedan presentar aquí.',
  'FILE_TYPE_UNSUPPORTED.text.title':
    'Este archivo es texto, no datos de salud que se puedan presentar aquí.',
  'FILE_TYPE_UNSUPPORTED.other.title': 'Este archivo es de un tipo que no se puede presentar aquí.',
  'FILE_TYPE_UNSUPPORTED.advice': 'Si conoce al remitente, puede guardarlo y abrirlo con otro programa.',
  'FILE_NO_LONGER_VALID.title': 'El remitente ha marcado este archivo como no vigente.',
  'FILE_NO_LONGER_VALID.advice': 'Pida al remitente la versión actual antes de basarse en él.',
  'FILE_MAY_CHANGE.title': 'El remitente todavía puede modificar este archivo.',
  'FILE_MAY_CHANGE.advice': 'Abra el enlace más adelante para ver si hay una versión más reciente.',
  'FILES_TOO_MANY.title':
    'El enlace ofrece {total} archivos, de los que se han abierto los primeros {maximum}.',
  'FILES_TOO_MANY.advice': 'Pida al remitente que comparta los demás a través de un segundo enlace.',
  'API_ACCESS_OFFERED.title': 'El enlace ofrece acceso directo a una historia clínica en {host}.',
  'API_ACCESS_OFFERED.advice': 'No se ha preguntado a ese servidor: aquí no se ofrece conectarse a él.',
  'API_ACCESS_FAILED.401.title': 'El acceso a {host} ha terminado.',
  'API_ACCESS_FAILED.403.title': '{host} no entrega una parte de la historia a través de este enlace.',
  'API_ACCESS_FAILED.cors.title': 'El navegador no obtiene respuesta de la historia clínica en {host}.',
  'API_ACCESS_FAILED.status.title':
    '{host} no ha podido entregar una parte de la historia (estado {status}).',
  'API_ACCESS_FAILED.content.title': '{host} ha respondido con algo que no es una historia clínica.',
  'API_ACCESS_FAILED.query.title':
    'El enlace no indica qué pedir a {host}, o pide algo que no está en ese servidor.',
  'API_ACCESS_FAILED.pages.title': '{host} tiene más datos de esta historia de los que el visor descarga.',
  'API_ACCESS_FAILED.ended.advice': 'Pida un enlace nuevo al remitente si lo necesita.',
  'API_ACCESS_FAILED.advice': 'No tome lo que se muestra por la historia completa.',

  'INTERNAL_ERROR.title': 'Este visor ha cometido un error (número de aviso {id}).',
  'INTERNAL_ERROR.advice':
    'Vuelva a intentarlo; si ocurre de nuevo, comunique este número, que no revela nada del contenido.',

  'unnamed.host': 'un servidor sin un nombre utilizable',
  'unnamed.date': 'una fecha desconocida',
}
