import { chromium } from '@playwright/test'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawCodes } from '../../support/node/codePictures'
import { test as base } from './viewer'

/** What the fake camera shows, one picture after the other; an empty picture is a blank wall. */
export type Film = readonly (readonly string[])[]

/** A sample card as it stands in the repository: the text of its code. */
export const sampleCard = async (name: string): Promise<string> =>
  (await readFile(`public/samples/${name}.txt`, 'utf8')).trim()

/** Frames of one picture before the next: the fake camera shows 30 a second. */
const FRAMES_EACH = 30

interface CameraOptions {
  readonly film: { readonly pictures: () => Promise<Film> }
  /** Whether the browser answers its own question with yes. */
  readonly allowCamera: boolean
}

/** Tests in a browser of their own, whose camera shows a film: a browser is given its camera when it starts. */
export const test = base.extend<CameraOptions>({
  film: [{ pictures: async () => [[]] }, { option: true }],
  allowCamera: [true, { option: true }],
  page: async ({ browser, launchOptions, baseURL, locale, film, allowCamera }, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'shx-camera-'))
    const file = join(folder, 'film.mjpeg')
    const frames: Buffer[] = []
    for (const texts of await film.pictures()) {
      const picture = await drawCodes(browser, texts, { type: 'image/jpeg' })
      frames.push(...Array.from({ length: FRAMES_EACH }, () => picture))
    }
    await writeFile(file, Buffer.concat(frames))
    const own = await chromium.launch({
      ...launchOptions,
      args: [
        ...(launchOptions.args ?? []),
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${file}`,
        allowCamera ? '--use-fake-ui-for-media-stream' : '--deny-permission-prompts',
      ],
    })
    const page = await own.newPage({
      ...(baseURL !== undefined && { baseURL }),
      ...(locale !== undefined && { locale }),
    })
    await provide(page)
    await own.close()
    await rm(folder, { recursive: true, maxRetries: 20, retryDelay: 250 })
  },
})
