// `npm run docs:config`: writes docs/configuration.md from the configuration's own types, readers and defaults.
import { writeFileSync } from 'node:fs'
import { configurationPage } from './configuration/page'

writeFileSync(new URL('../docs/configuration.md', import.meta.url), configurationPage())
console.log('docs/configuration.md')
