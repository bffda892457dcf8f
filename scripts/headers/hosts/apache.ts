import { patternsOf } from '../match.ts'
import type { SiteHeaders } from '../rules.ts'

/**
 * `.htaccess`, for Apache 2.4.10 and newer: it stands in the viewer's folder, wherever that is, and needs
 * `AllowOverride FileInfo` and `mod_headers`.
 */
export function apache(site: SiteHeaders): string {
  const { everywhere, rules, otherwise } = site
  return [
    '# Made by `npm run deploy:headers` from scripts/headers. What each line does: docs/deploying.md.',
    'AddType application/manifest+json .webmanifest',
    'AddType application/wasm .wasm',
    'AddType text/javascript .js',
    'AddDefaultCharset utf-8',
    '<IfModule mod_headers.c>',
    ...Object.entries(everywhere).map(([name, value]) => `  Header always set ${name} "${value}"`),
    // Set on success alone: an error must not be kept as long as the file would have been.
    ...Object.entries(otherwise).map(([name, value]) => `  Header set ${name} "${value}"`),
    ...rules.flatMap((rule) => {
      const condition = `"expr=%{REQUEST_URI} =~ m#/(?:${patternsOf(rule)})$#"`
      return Object.entries(rule.headers).map(
        ([name, value]) =>
          `  Header${name in otherwise ? '' : ' always'} set ${name} "${value}" ${condition}`,
      )
    }),
    '</IfModule>',
    '',
  ].join('\n')
}
