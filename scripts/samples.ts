// `npm run samples`: makes everything in public/samples and public/directories from samples/. A file that would say
// the same as before is left alone.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { buildSamples } from './samples/buildSamples'
import { saysTheSame } from './samples/sameContent'

const PUBLIC = new URL('../public/', import.meta.url)

const files = await buildSamples()
for (const file of files) {
  const address = new URL(file.path, PUBLIC)
  const existing = await readFile(address, 'utf8').catch(() => undefined)
  if (existing !== undefined && (await saysTheSame(file, existing))) continue
  await mkdir(new URL('.', address), { recursive: true })
  await writeFile(address, file.content)
  console.log(`made ${file.path}`)
}

const wanted = new Set(files.map(({ path }) => path))
for (const name of await readdir(new URL('samples/', PUBLIC))) {
  if (wanted.has(`samples/${name}`)) continue
  await rm(new URL(`samples/${name}`, PUBLIC))
  console.log(`removed samples/${name}`)
}
