/**
 * The headers that a host gives an address by a file of the `_headers` form: those of every block that fits, and of a
 * header in two of them both values.
 */
export function headersFrom(text: string, address: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  let holds = false
  for (const line of text.split('\n')) {
    if (/^\s*(?:#|$)/.test(line)) continue
    if (!line.startsWith(' ')) {
      holds = patternOf(line).test(address)
      continue
    }
    const [, name = '', value = ''] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? []
    if (holds) found[name] = Object.hasOwn(found, name) ? `${found[name]}, ${value}` : value
  }
  return found
}

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll(/:\w+/g, '[^/]+')}$`,
  )
