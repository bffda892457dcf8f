import type { Translation } from './defineMessages'
import type { english } from './findings.en'

export const spanish: Translation<typeof english> = {
  VERIFIED: 'La firma es válida y el emisor figura en una lista de confianza.',
  SIGNATURE_INVALID: 'El contenido se modificó después de firmarlo, o lo firmó alguien que no es el emisor.',
  SIGNATURE_DER_ENCODED:
    'El programa del emisor escribió la firma en un formato incorrecto, en el que no se puede aceptar.',
  'JWS_HEADER_INVALID.alg': 'La tarjeta está firmada de una forma que el estándar no permite.',
  'JWS_HEADER_INVALID.kid': 'La tarjeta no indica con qué clave se firmó.',
  'JWS_HEADER_INVALID.crit': 'La tarjeta pide que se la compruebe de una forma que el estándar no prevé.',
  'PAYLOAD_MISSING_FIELD.iss': 'La tarjeta no indica quién la emitió.',
  'PAYLOAD_MISSING_FIELD.nbf': 'La tarjeta no indica cuándo se emitió.',
  'PAYLOAD_MISSING_FIELD.other': 'A la tarjeta le falta una parte que toda tarjeta de salud debe tener.',
  'ISSUER_URL_INVALID.http': 'La dirección del emisor no usa una conexión segura.',
  'ISSUER_URL_INVALID.trailing-slash':
    'La dirección del emisor termina en una barra, así que no es la de ningún emisor de las listas.',
  'ISSUER_URL_INVALID.not-url': 'Lo que la tarjeta da como dirección del emisor no es una dirección.',
  ISSUER_NOT_LISTED: 'El emisor, {host}, no figura en ninguna de las listas de confianza.',
  ISSUER_SELF_PUBLISHED:
    'La firma corresponde a una clave que publica el propio {host}, pero ese emisor no figura en ninguna de las listas de confianza.',
  ISSUER_TEST:
    'DATOS DE PRUEBA: el emisor solo crea tarjetas de prueba, y cualquiera puede crear una tarjeta así.',
  KEY_NOT_PUBLISHED:
    'El emisor no publica la clave que indica esta tarjeta: la ha retirado, o la tarjeta es una falsificación.',
  KEY_MISMATCH_THUMBPRINT: 'El nombre de la clave del emisor no es la huella de esa clave.',
  'KEY_UNSUITABLE.d':
    'El emisor ha publicado la parte secreta de su clave, así que cualquiera pudo firmar esta tarjeta.',
  'KEY_UNSUITABLE.other': 'La clave que publica el emisor no sirve para comprobar tarjetas de salud.',
  ISSUER_KEYS_UNREACHABLE:
    'No se han podido consultar las claves del emisor, así que no se ha podido comprobar la firma.',
  'ISSUER_KEYS_UNREACHABLE.offline':
    'Este dispositivo no tiene conexión, así que no se han podido pedir las claves a {host}. Vuelva a intentarlo cuando haya conexión.',
  'ISSUER_KEYS_UNREACHABLE.dns-tls-cors':
    'Se han pedido las claves a {host} y no ha dado una respuesta que un navegador pueda leer: no funciona, está bloqueado o no admite visores web.',
  'ISSUER_KEYS_UNREACHABLE.http':
    'Se han pedido las claves a {host} y ha respondido con un error (estado {status}).',
  'ISSUER_KEYS_UNREACHABLE.not-json':
    'Se han pedido las claves a {host} y ha respondido con algo que no es una lista de claves.',
  'ISSUER_KEYS_UNREACHABLE.address':
    'No se han pedido las claves a {host}, porque su dirección no es pública.',
  'ISSUER_DIFFERS_BY_SLASH.named':
    'La dirección del emisor se distingue de la de {name} ({host}), que figura en una lista, por una barra al final. Las direcciones se comparan letra por letra, así que no es ese emisor.',
  'ISSUER_DIFFERS_BY_SLASH.unnamed':
    'La dirección del emisor se distingue de una de las listas, en {host}, por una barra al final. Las direcciones se comparan letra por letra, así que no es ese emisor.',
  CLOCK_WRONG:
    'El reloj de este dispositivo está mal: una lista de emisores se hizo el {date}, que para este dispositivo está en el futuro. Ponga el reloj en hora y vuelva a comprobar.',
  DIRECTORY_UNAVAILABLE: 'No se ha podido cargar la lista de emisores de {host}.',
  DIRECTORY_STALE: {
    one: 'No se ha podido actualizar la lista de emisores de {host}; se ha usado la copia del {date}, de hace {count} día.',
    other:
      'No se ha podido actualizar la lista de emisores de {host}; se ha usado la copia del {date}, de hace {count} días.',
  },
  NOT_YET_VALID:
    'La tarjeta solo es válida a partir del {date}; si esa fecha ya ha pasado, el reloj de este dispositivo está mal.',
  NBF_IN_MILLISECONDS: 'El programa del emisor escribió la fecha de emisión en una unidad incorrecta.',
  EXPIRED: 'La tarjeta fue válida hasta el {date}.',
  EXP_IN_MILLISECONDS: 'El programa del emisor escribió el fin de la validez en una unidad incorrecta.',
  'CLAIM_UNREADABLE.nbf': 'La fecha de emisión de la tarjeta no se puede leer.',
  'CLAIM_UNREADABLE.exp': 'La tarjeta indica un fin de validez que no se puede leer.',
  REVOKED: 'El emisor ha revocado esta tarjeta.',
  REVOCATION_UNKNOWN: 'No se ha podido comprobar si el emisor ha revocado esta tarjeta.',
  REVOCATION_NOT_SUPPORTED: 'El emisor no publica si ha revocado tarjetas como esta.',
  NOT_A_HEALTH_CARD: 'Esto está firmado, pero no se presenta como una tarjeta de salud.',
  'FHIR_VERSION_UNSUPPORTED.named':
    'El contenido está escrito en la versión {version} de FHIR, que el visor solo puede mostrar de forma general.',
  'FHIR_VERSION_UNSUPPORTED.unnamed':
    'El contenido está escrito en una versión de FHIR que no es la 4, así que el visor solo puede mostrarlo de forma general.',
  BUNDLE_EMPTY: 'No contiene información de salud.',
  BUNDLE_INVALID: 'El contenido no está organizado como exige una tarjeta de salud.',
  CARD_NONCONFORMANT: 'La tarjeta se aparta del estándar en detalles que no afectan a su comprobación.',
  MULTIPLE_PATIENTS: 'El contenido trata de más de una persona.',
  UNSIGNED_CONTENT:
    'Esto no está firmado digitalmente: nada demuestra quién lo escribió ni que no se haya modificado.',
  ATTESTATION_VALID:
    '{name} responde de la aplicación que ha reunido estos datos; eso no dice nada de si el contenido es correcto.',
  ATTESTATION_INVALID:
    'Una declaración sobre la aplicación que ha reunido estos datos ha caducado o no es auténtica.',
  ATTESTATION_UNKNOWN:
    'No se ha podido comprobar una declaración sobre la aplicación que ha reunido estos datos, porque este visor no conoce ninguna clave para ella.',
  BUNDLE_SIGNATURE_UNCHECKED: 'El contenido lleva una firma de un tipo que este visor no comprueba.',

  'deviation.text-upper-case': 'El esquema `shc:` está escrito en mayúsculas.',
  'deviation.text-whitespace': 'Hay espacios o saltos de línea dentro del texto de la tarjeta.',
  'deviation.text-byte-order-mark': 'El texto empieza con una marca de orden de bytes.',
  'deviation.text-trailing-characters': 'Detrás de las cifras de la tarjeta hay otros caracteres.',
  'deviation.chunk-too-long': 'Una parte de la tarjeta tiene más de 1191 caracteres del JWS.',
  'deviation.chunks-unbalanced': 'Las partes de la tarjeta no tienen más o menos la misma longitud.',
  'deviation.jws-too-long': 'El JWS tiene más de los 1195 caracteres que caben en un código QR.',
  'deviation.jws-padded': 'Las partes del JWS llevan relleno con `=`.',
  'deviation.chunk-single':
    'El texto del QR tiene un encabezado de parte aunque la tarjeta tiene una sola parte.',
  'deviation.chunked':
    'La tarjeta está dividida en varios códigos QR, algo que el estándar desaconseja desde 2022.',
  'deviation.file-single-string': 'En el archivo, `verifiableCredential` es un solo valor y no una lista.',
  'deviation.file-bare-array': 'El archivo es una simple lista de tarjetas sin `verifiableCredential`.',
  'deviation.header-zip-missing': 'En la cabecera falta `zip` con el valor `DEF`.',
  'deviation.payload-zlib-wrapped':
    'El contenido está comprimido con una envoltura zlib y no como DEFLATE puro.',
  'deviation.payload-not-deflated': 'La cabecera dice que el contenido está comprimido, y no lo está.',
  'deviation.payload-not-minified': 'El JSON del contenido no está minificado.',
  'deviation.kid-not-thumbprint': 'El `kid` de la clave no es su huella SHA-256 (RFC 7638).',
  'deviation.key-use-missing': 'La clave publicada no indica su `use`.',
  'deviation.key-alg-missing': 'La clave publicada no indica su `alg`.',
  'deviation.key-crl-version-malformed':
    'El `crlVersion` de la clave publicada no es un número con ese nombre.',
  'deviation.revocation-list-malformed':
    'La lista de tarjetas revocadas tiene una propiedad que no es como debe ser.',
  'deviation.issuer-trailing-slash': 'El valor de `iss` termina en una barra.',
  'deviation.legacy-iat': 'La fecha de emisión está en `iat` y no en `nbf`.',
  'deviation.nbf-milliseconds': 'El valor de `nbf` está en milisegundos y no en segundos.',
  'deviation.exp-milliseconds': 'El valor de `exp` está en milisegundos y no en segundos.',
  'deviation.exp-before-nbf': 'El valor de `exp` no es posterior al de `nbf`.',
  'deviation.vc-type-not-list': 'El valor de `vc.type` no es una lista.',
  'deviation.vc-type-legacy': 'En `vc.type` hay un tipo que el estándar ha abandonado.',
  'deviation.rid-outside-vc': 'El `rid` está junto a `vc` y no dentro.',
  'deviation.rid-malformed': 'El `rid` no tiene de 1 a 24 caracteres de base64url.',
  'deviation.fhir-version-missing': 'Falta `fhirVersion`.',
  'deviation.fhir-version-malformed': 'El valor de `fhirVersion` no es un número de versión.',
  'deviation.bundle-not-collection': 'El Bundle no es ni `collection` ni `document`.',
  'deviation.full-url-not-short': 'El `fullUrl` de una entrada no tiene la forma corta `resource:0`.',
  'deviation.reference-not-short': 'Una referencia no tiene la forma corta `resource:0`.',
  'deviation.resource-id-present': 'Un recurso lleva `id`, que una tarjeta en código QR omite.',
  'deviation.resource-meta-present': 'Un recurso lleva en `meta` algo más que `security`.',
  'deviation.resource-text-present': 'Un recurso lleva `text`, que una tarjeta en código QR omite.',
  'deviation.concept-text-present': 'Un CodeableConcept lleva `text`, que una tarjeta en código QR omite.',
  'deviation.coding-display-present': 'Un Coding lleva `display`, que una tarjeta en código QR omite.',

  'verified.headline': 'Verificada',
  'verified.dated': 'Firmada por {signer}, que figura en {list}, comprobada con la lista del {date}.',
  'verified.undated': 'Firmada por {signer}, que figura en {list}. La lista no indica su fecha.',
  'verified.stale':
    'Firmada por {signer}, que figura en {list}, comprobada con una copia anterior del {date} porque no se ha podido cargar una más reciente.',
  'verified.staleUndated':
    'Firmada por {signer}, que figura en {list}, comprobada con una copia anterior porque no se ha podido cargar una más reciente.',

  'unchecked.headline': 'No se ha podido comprobar',
  'unchecked.revocation':
    'Firmada por {signer}, que figura en {list}, pero no se ha podido comprobar si la tarjeta se ha revocado después.',
  'unchecked.clock':
    'Firmada por {signer}, que figura en {list}, pero el reloj de este dispositivo está mal, así que no se ha podido comprobar si la tarjeta sigue siendo válida. Ponga el reloj en hora y vuelva a comprobar.',
  'unchecked.key':
    '{signer} figura en {list}, pero no se han podido cargar todas las listas de emisores en su versión más reciente, así que no se ha podido comprobar si la clave de esta tarjeta pertenece a ese emisor. Vuelva a intentarlo cuando tenga conexión.',
  'unchecked.list':
    'La tarjeta dice que la emitió {signer}. No se han podido cargar todas las listas de emisores, así que no se ha podido comprobar. Vuelva a intentarlo cuando tenga conexión.',

  'untrusted.headline': 'Emisor desconocido',
  'untrusted.notListed':
    'La tarjeta dice que la emitió {signer}. Ese emisor no figura en ninguna de las listas de confianza, así que no se ha comprobado la firma.',
  'untrusted.asked':
    'La tarjeta dice que la emitió {signer}. Ese emisor no figura en ninguna de las listas de confianza y no se han podido obtener sus claves, así que no se ha comprobado la firma.',
  'untrusted.selfPublished':
    'La firma corresponde a una clave que publica {signer} por su cuenta, pero ese emisor no figura en ninguna de las listas de confianza: el contenido no se ha modificado, y nadie responde de quién es ese emisor.',
  'test.headline': 'DATOS DE PRUEBA',
  'test.reason':
    'Firmada por {signer}, que solo crea tarjetas de prueba. Cualquiera puede crear una tarjeta así, y no demuestra nada sobre nadie.',

  'invalid.headline': 'No confíe en esta tarjeta',
  'invalid.other': 'La tarjeta no ha superado la comprobación.',
  'invalid.signed': 'La firmó {signer}.',
  'invalid.test': 'Son DATOS DE PRUEBA de {signer}.',
  'invalid.claimed': 'Indica como emisor a {signer}.',

  'unsigned.headline': 'Sin firma digital',
  'unsigned.reason': 'Nada demuestra quién escribió esto ni que no se haya modificado.',
  'unsigned.from': 'Se ha recibido de {host}. Nada demuestra quién lo escribió ni que no se haya modificado.',

  'signature.label': 'Firma',
  'signature.valid.state': 'Válida',
  'signature.valid.explanation':
    'El contenido es, letra por letra, lo que se firmó con una clave que la lista atribuye a este emisor.',
  'signature.valid.selfPublished':
    'El contenido es, letra por letra, lo que se firmó con una clave que publica el propio emisor.',
  'signature.invalid.state': 'No válida',
  'signature.not-checkable.state': 'Sin comprobar',
  'signature.not-checkable.explanation':
    'En las listas no había ninguna clave de este emisor con la que comprobar la firma.',

  'trust.label': 'Emisor',
  'trust.listed.state': 'En una lista de confianza',
  'trust.listed.explanation': '{signer} figura en {list}.',
  'trust.test.state': 'Emisor de prueba',
  'trust.test.explanation':
    '{signer} solo crea tarjetas de prueba, y cualquiera puede crear una tarjeta así.',
  'trust.issuer-published-only.state': 'Solo responde por sí mismo',
  'trust.issuer-published-only.explanation':
    '{signer} publica la clave por su cuenta y no figura en ninguna de las listas de confianza.',
  'trust.not-listed.state': 'En ninguna lista de confianza',
  'trust.not-listed.explanation':
    'La tarjeta indica a {signer}, que no figura en ninguna de las listas de confianza.',
  'trust.key-not-the-issuers.state': 'No es la clave del emisor',
  'trust.key-not-the-issuers.explanation':
    'La lista más reciente que incluye a {signer} no contiene la clave que indica esta tarjeta.',
  'trust.key-not-the-issuers.asked':
    'Se ha preguntado a {signer}, que no publica la clave que indica esta tarjeta.',
  'trust.unknown.state': 'No se ha podido comprobar',
  'trust.unknown.listed':
    '{signer} figura en {list}, pero no se han podido cargar todas las listas de emisores en su versión más reciente, así que no se sabe si la clave de esta tarjeta pertenece a ese emisor.',
  'trust.unknown.explanation':
    'La tarjeta indica a {signer}. No se han podido cargar todas las listas de emisores, así que no se sabe si alguna incluye a este emisor.',

  'time.label': 'Validez',
  'time.current.state': 'Vigente',
  'time.not-yet.state': 'Todavía no es válida',
  'time.expired.state': 'Caducada',
  'time.issued': 'Emitida el {date}.',
  'time.until': 'Válida hasta el {date}.',
  'time.unlimited': 'La tarjeta no indica ningún fin de su validez.',

  'revocation.label': 'Revocación',
  'revocation.not-revoked.state': 'No revocada',
  'revocation.not-revoked.explanation': 'La lista de tarjetas revocadas del emisor no incluye esta tarjeta.',
  'revocation.revoked.state': 'Revocada',
  'revocation.revoked.explanation': 'La lista de tarjetas revocadas del emisor incluye esta tarjeta.',
  'revocation.not-supported.state': 'No se publica',
  'revocation.not-supported.explanation':
    'O bien el emisor no publica ninguna lista de tarjetas revocadas, o bien esta tarjeta no lleva nada con lo que una lista así pudiera identificarla.',
  'revocation.unknown.state': 'No se ha podido comprobar',
  'revocation.unknown.explanation':
    'O bien no había ninguna copia legible y suficientemente reciente de la lista de tarjetas revocadas del emisor, o bien no se puede leer el dato de esta tarjeta con el que se buscaría en ella.',
  'revocation.fetched': 'La lista es la del propio emisor, en {host}, obtenida el {date}.',
  'revocation.listed': 'La lista es la copia que contiene {list}.',
  'revocation.listedDated': 'La lista es la copia que contiene {list}, del {date}.',
  'revocation.unknown.skipped':
    'No se ha consultado, porque la firma no corresponde a ninguna clave del emisor.',

  'format.label': 'Formato',
  'format.conformant.state': 'Como pide el estándar',
  'format.conformant.explanation': 'No se ha encontrado ninguna diferencia con el estándar.',
  'format.deviations.state': 'Pequeñas diferencias',
  'format.deviations.explanation': {
    one: 'La tarjeta se aparta del estándar en un punto, que no afecta a las demás comprobaciones.',
    other: 'La tarjeta se aparta del estándar en {count} puntos, que no afectan a las demás comprobaciones.',
  },

  'signer.named': '{name} ({host})',
  'signer.unnamed': 'un emisor sin una dirección utilizable',
  'list.plain': 'la lista {name}',
  'list.dated': 'la lista {name} del {date}',
  'list.unnamed': 'una lista de este visor',
  'unnamed.host': 'un servidor sin un nombre utilizable',
  'unnamed.date': 'una fecha desconocida',
}
