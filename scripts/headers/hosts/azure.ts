import { headersFor } from '../match.ts'
import type { HeaderLines, SiteHeaders } from '../rules.ts'

/**
 * `staticwebapp.config.json`, for Azure Static Web Apps. It stands at the root of what is published; `path` is where the
 * viewer's folder stands in it, with a slash at both ends.
 *
 * The first route that fits is the only one, so each carries what differs from the headers of every file.
 */
export function azure(site: SiteHeaders, path: string): string {
  const general = { ...site.everywhere, ...site.otherwise }
  const routes = [...new Set(['terminology/manifest.json', ...site.rules.flatMap(({ paths }) => paths)])].map(
    (each) => ({
      route: path + each.replace('/*/', '/'),
      headers: differing(headersFor(each.replaceAll('*', 'any'), site), general),
    }),
  )
  return `${JSON.stringify({ globalHeaders: general, routes, mimeTypes: TYPES }, undefined, 2)}\n`
}

const TYPES = {
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.jwe': 'application/jose',
  '.smart-health-card': 'application/smart-health-card',
} as const

const differing = (headers: HeaderLines, general: HeaderLines): HeaderLines =>
  Object.fromEntries(Object.entries(headers).filter(([name, value]) => general[name] !== value))
