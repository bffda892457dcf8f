import type { DetailField, DetailValue } from '../../src/renderers/tables/details'

/** Everything that the detail view would show, in one text. */
export const textOfFields = (fields: readonly DetailField[]): string =>
  fields
    .map(({ label, address, values }) => [label, address ?? '', ...values.map(textOfValue)].join('\n'))
    .join('\n')

function textOfValue(value: DetailValue): string {
  switch (value.kind) {
    case 'text':
      return [value.text, value.note ?? '', textOfFields(value.fields ?? [])].join('\n')
    case 'link':
      return value.href
    case 'fields':
      return textOfFields(value.fields)
    case 'json':
      return JSON.stringify(value.value)
    default:
      return value satisfies never
  }
}

/** Every text, number and boolean in a value, with the way that leads to it. */
export function leavesOf(
  value: unknown,
  path = '',
): readonly { readonly path: string; readonly leaf: unknown }[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [{ path, leaf: value }]
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${path}/${name}`))
}
