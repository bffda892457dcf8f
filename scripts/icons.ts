// `SHX_BROWSER=… npx tsx scripts/icons.ts`: draws the icons of the installed app from public/icon.svg, anew when it has changed.
import { chromium } from '@playwright/test'
import { mkdir, readFile, writeFile } from 'node:fs/promises'

const FOLDER = 'public/icons'
const SIZES = [192, 512] as const

/**
 * A system cuts a maskable icon into a shape of its own, down to a circle of 80 % of its width: the ground fills the
 * whole square, and the sign, which takes 72 % of the drawing, stays inside of that circle as it is.
 */
const maskable = (svg: string): string => svg.replace(/ rx="[^"]*"/, '')

const executablePath = process.env['SHX_BROWSER']
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()
const svg = await readFile('public/icon.svg', 'utf8')
await mkdir(FOLDER, { recursive: true })
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size })
  for (const [name, drawing] of Object.entries({ icon: svg, maskable: maskable(svg) })) {
    const url = `data:image/svg+xml,${encodeURIComponent(drawing)}`
    await page.setContent(`<body style="margin:0"><img src="${url}" width="${size}" height="${size}">`)
    await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode())
    await writeFile(`${FOLDER}/${name}-${size}.png`, await page.screenshot({ omitBackground: true }))
  }
}
await browser.close()
