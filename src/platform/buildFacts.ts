import { readBuildFacts, type BuildFacts } from '../core/buildFacts'
import { jsonFromText } from '../core/encoding'

/** What the build wrote about itself, from beside the page. Rejects where it cannot be had, as in development. */
export async function loadBuildFacts(base: URL): Promise<BuildFacts> {
  const response = await fetch(new URL('about.json', base), { credentials: 'omit', cache: 'no-cache' })
  const facts = response.ok ? readBuildFacts(jsonFromText(await response.text())) : undefined
  if (!facts) throw new Error('no facts about this build')
  return facts
}
