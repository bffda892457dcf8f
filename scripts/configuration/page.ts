import { DEFAULT_CONFIG } from '../../src/config/config'
import { READERS } from '../../src/config/read/parseConfig'
import { URL_KEYS } from '../../src/config/read/url'
import { kindOf } from '../../src/app/settings/expectation'
import { groups } from './groups'

/** `docs/configuration.md`, from the types, readers and defaults of the configuration. Throws where a key would be missing. */
export function configurationPage(): string {
  const described = groups()
  const documented = described.flatMap(({ keys }) => keys.map(({ name }) => name))
  const missing = Object.keys(DEFAULT_CONFIG).filter((key) => !documented.includes(key))
  if (missing.length > 0) throw new Error(`not documented: ${missing.join(', ')}`)
  const sections = described.map(({ title, words, keys }) =>
    [`## ${title}`, '', words, '', ...keys.flatMap(keyLines)].join('\n'),
  )
  return [HEAD, ...sections, FOOT].join('\n\n').replaceAll(/\n{3,}/g, '\n\n')
}

function keyLines({ name, words }: { readonly name: string; readonly words: string }): readonly string[] {
  const readers: Readonly<Record<string, { readonly expected: Parameters<typeof kindOf>[0] }>> = READERS
  const expected = readers[name]?.expected
  if (!expected) throw new Error(`${name} has no reader`)
  const defaults: Readonly<Record<string, unknown>> = { ...DEFAULT_CONFIG }
  return [
    `### \`${name}\``,
    '',
    words,
    '',
    `- It is ${kindOf(expected, 'en')}.`,
    `- Default: \`${JSON.stringify(defaults[name])}\``,
    '',
  ]
}

const HEAD = `# Configuration

<!-- Made by \`npm run docs:config\` from src/config. Change the comments there. -->

What a deployment decides stands in \`config.json\` beside the page, and takes effect without a new build. It is read once
at start and then frozen. There are four layers, each over the one before:

1. the defaults below;
2. the keys of \`config.json\`;
3. the keys below \`hosts\` for the host of the page, with its port where that is not the usual one;
4. ${Object.keys(URL_KEYS)
  .map((key) => `\`${key}\``)
  .join(
    ' and ',
  )} from the query of the page's own address, and \`lang\` for the language. No other key can stand there:
   nothing in an address or a link decides about trust, hosts, scopes or what is kept.

A value that cannot be used leaves what was there standing; the page names it by its path, with what would have been
usable. Unknown keys are ignored, so that one file can serve several versions.

\`\`\`json
{
  "recipient": "Lakeside Clinic, front desk",
  "initialTab": "scan",
  "hosts": {
    "kiosk.example.org": { "initialTab": "photo", "tabs": ["photo", "data"] }
  }
}
\`\`\``

const FOOT = `## How it is hosted

Lists of issuers, headers, the installed app and dictionaries: [deploying.md](deploying.md).
`
