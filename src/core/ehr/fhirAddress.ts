/** A FHIR server's address without the slash at its end. */
export const fhirBase = (iss: string): string => iss.replace(/\/$/, '')

/**
 * The address of something on a FHIR server: `path` is relative to the base, such as `Binary/1`, or absolute. Answers
 * `undefined` for whatever is not below the base once it is parsed as a browser parses it; a token goes with what is
 * returned, and with nothing else. The base itself counts, because some servers page by `[base]?…`. Source: SMART App Launch 2.2, "Access Token"; threat T32.
 */
export function addressBelow(base: string, path: string): URL | undefined {
  // A browser takes `\` for `/` and leaves out line breaks; a server may decode what it was sent once more.
  if (/\p{Cc}/u.test(path) || /\\|%(?:2f|5c|2e|0)/i.test(path.split('?')[0] ?? '')) return undefined
  const folder = new URL(`${fhirBase(base)}/`)
  if (!URL.canParse(path, folder)) return undefined
  const url = new URL(path, folder)
  const isBelow =
    url.origin === folder.origin &&
    url.username === '' &&
    url.password === '' &&
    url.hash === '' &&
    `${url.pathname}/`.startsWith(folder.pathname) &&
    !url.pathname.slice(folder.pathname.length).includes('//')
  return isBelow ? url : undefined
}
