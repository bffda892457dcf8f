/** Stands in for the unpacking of WOFF2 fonts, which is heavy: our own fonts are WOFF. See `vite.config.ts`. */
// oxlint-disable-next-line import/no-default-export -- as what it stands in for
export default function unpack(): never {
  throw new Error('WOFF2 fonts are not read')
}
