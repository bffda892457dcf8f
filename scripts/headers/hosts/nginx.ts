import { patternsOf } from '../match.ts'
import type { SiteHeaders } from '../rules.ts'

/**
 * A whole site for nginx, at any path: a file for `conf.d`, and that of the container. Headers are chosen by `map`, all
 * in one place, because an `add_header` in a `location` would undo all those around it.
 */
export function nginx(site: SiteHeaders): string {
  const names = [...new Set(site.rules.flatMap(({ headers }) => Object.keys(headers)))]
  const plain = Object.entries(site.everywhere).filter(([name]) => !names.includes(name))
  return [
    '# Made by `npm run deploy:headers` from scripts/headers. What each line does: docs/deploying.md.',
    ...names.flatMap((name) => mapOf(name, site)),
    LOG,
    SERVER,
    ...plain.map(([name, value]) => `  add_header ${name} "${value}" always;`),
    ...names.map((name) => `  add_header ${name} ${variableOf(name)}${isForErrors(name) ? ' always' : ''};`),
    '}',
    '',
  ].join('\n')
}

/** An error must not be kept as long as the file would have been. */
const isForErrors = (name: string): boolean => name !== 'Cache-Control'

const variableOf = (name: string): string => `$shx_${name.toLowerCase().replaceAll('-', '_')}`

/** The values of one header. */
function mapOf(name: string, { everywhere, rules, otherwise }: SiteHeaders): readonly string[] {
  const lines = rules.flatMap((rule) => {
    const value = rule.headers[name]
    return value === undefined ? [] : [`  "~/(?:${patternsOf(rule)})$" "${value}";`]
  })
  const general = everywhere[name] ?? otherwise[name] ?? ''
  return [`map $uri ${variableOf(name)} {`, `  default "${general}";`, ...lines, '}']
}

const LOG = `
# No query: it holds the code of an EHR's launch.
log_format shx '$remote_addr [$time_iso8601] $request_method $uri $status $body_bytes_sent';
`

const SERVER = `server {
  listen 8080;
  listen [::]:8080;
  root /usr/share/nginx/html;
  index index.html;
  include /etc/nginx/mime.types;
  types {
    application/manifest+json webmanifest;
    application/jose jwe;
    application/smart-health-card smart-health-card;
  }
  charset utf-8;
  server_tokens off;
  # Redirects keep to the host and port by which the reader came.
  absolute_redirect off;
  access_log /dev/stdout shx;
  error_log /dev/stderr crit;
  gzip on;
  gzip_vary on;
  gzip_types text/css text/plain application/javascript text/javascript application/json application/manifest+json application/wasm image/svg+xml;

  location ~ /(?:\\.|_headers$|staticwebapp\\.config\\.json$) {
    return 404;
  }
`
