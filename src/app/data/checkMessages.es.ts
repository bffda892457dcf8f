import type { Translation } from '../../i18n/defineMessages'
import type { english } from './checkMessages'

export const spanish: Translation<typeof english> = {
  partsHave: '{have} de {need} escaneadas',
  partsKeep: 'Seguir con la primera tarjeta',
  partsStartOver: 'Empezar de nuevo con este código',

  checkWithIssuer: 'Consultar al emisor',
  checkWithIssuerTells:
    'Se pedirán las claves a {host}. Ese servidor sabrá entonces que alguien está viendo una tarjeta de su emisor y desde qué dirección de red; no se le dice qué tarjeta ni de quién es. Responda lo que responda, la tarjeta no quedará verificada, porque nadie responde de ese emisor.',
  ask: 'Preguntar a {host}',
  asking: 'Preguntando a {host}…',

  issuerListDated: '{list}, del {date}',
  key: 'Clave (kid)',
  thumbprint: 'Huella de la clave',
  thumbprintFits: 'Igual que el kid',
  thumbprintDiffers: '{thumbprint}, que no es el kid',
  crlVersion: 'Lista de tarjetas revocadas, versión que pide la clave',
  revocationList: 'Lista de tarjetas revocadas',
  revocationListValue: '{source}, versión {counter}',
  revocationListDated: '{source}, versión {counter}, del {date}',
  assurance: 'Nivel de garantía de la identidad',
  assuranceValue: '{levels}, según indica el emisor',
  keptTitle: 'Dónde dice el emisor que guarda estos registros',
  keptItem: '{bundled}: {hosted}',
  deviationItem: '{words} ({code}; cláusula: {clause})',
  deviationItemAt: '{words} ({code}; cláusula: {clause}; visto: {value})',
}
