import type { HeaderLines, SiteHeaders } from '../rules.ts'

/**
 * `_headers`, for Netlify, Cloudflare Pages and others of its form. It stands at the root of what is published; `path`
 * is where the viewer's folder stands in it, with a slash at both ends.
 *
 * Every block that fits a file holds; of a header in two of them some hosts send both values and some the longer path's. What has no `Cache-Control` here
 * is asked for again each time: that is these hosts' own rule.
 */
export function underscoreHeaders({ everywhere, rules }: SiteHeaders, path: string): string {
  const blocks = new Map<string, HeaderLines>([[`${path}*`, everywhere]])
  for (const { paths, headers } of rules) {
    for (const each of paths) {
      const address = path + addressOf(each)
      blocks.set(address, { ...blocks.get(address), ...headers })
    }
  }
  return [
    '# Made by `npm run deploy:headers` from scripts/headers. What each line does: docs/deploying.md.',
    ...[...blocks].map(([address, headers]) => block(address, headers)),
    '',
  ].join('\n')
}

/** The only star that these hosts know is the last one. */
const addressOf = (path: string): string => path.replace('/*/', '/:folder/')

const block = (address: string, headers: HeaderLines): string =>
  [address, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')
