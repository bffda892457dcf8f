import { blurred, scaled, type Grey } from '../../src/platform/qrPasses.ts'
import type { Random } from './random.ts'

/** What happens to a code between paper or screen and the camera's picture. */
export const KINDS = [
  'clean',
  'blur',
  'motion',
  'perspective',
  'rotation',
  'low resolution',
  'distance',
  'glare',
  'jpeg',
  'low contrast',
  'moire',
  'mixed',
] as const
export type Kind = (typeof KINDS)[number]

export interface Code {
  readonly size: number
  readonly get: (x: number, y: number) => boolean
}

/** How a code lies in the picture. Angles in radians. */
interface Pose {
  /** Share of the shorter side of the frame that the code and its quiet zone fill. */
  readonly fill: number
  readonly turn: number
  /** Tilt towards the left and right, and towards the top and bottom. */
  readonly tilt: readonly [number, number]
  readonly shift: readonly [number, number]
}

const QUIET = 4
/** Samples along each axis of a pixel. */
const SAMPLES = 3
const PAPER = 228
const INK = 26
const DESK = 150

/** Draws the code as a camera with a perfect lens would see it. */
export function project(code: Code, [width, height]: readonly [number, number], pose: Pose): Grey {
  const pixels = new Uint8Array(width * height)
  const side = Math.min(width, height) * pose.fill
  const whole = code.size + 2 * QUIET
  const [sin, cos] = [Math.sin(pose.turn), Math.cos(pose.turn)]
  const centre = [width / 2 + pose.shift[0] * side, height / 2 + pose.shift[1] * side] as const
  const [tiltX, tiltY] = [Math.sin(pose.tilt[0]) / (1.6 * side), Math.sin(pose.tilt[1]) / (1.6 * side)]
  const shade = (x: number, y: number): number => {
    const [dx, dy] = [x - centre[0], y - centre[1]]
    const depth = 1 - tiltX * dx - tiltY * dy
    const [px, py] = [dx / depth / Math.cos(pose.tilt[0]), dy / depth / Math.cos(pose.tilt[1])]
    const u = ((px * cos + py * sin) / side + 0.5) * whole
    const v = ((py * cos - px * sin) / side + 0.5) * whole
    if (u < 0 || v < 0 || u >= whole || v >= whole) return DESK
    return code.get(Math.floor(u) - QUIET, Math.floor(v) - QUIET) ? INK : PAPER
  }
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      let sum = 0
      for (let step = 0; step < SAMPLES * SAMPLES; step++) {
        const [inX, inY] = [step % SAMPLES, Math.floor(step / SAMPLES)]
        sum += shade(x + (inX + 0.5) / SAMPLES, y + (inY + 0.5) / SAMPLES)
      }
      pixels[at] = sum / (SAMPLES * SAMPLES)
    }
  }
  return { width, height, pixels }
}

type PoseFor = (random: Random) => Partial<Pose>

/** Held well, unless the kind is about how it is held. */
const POSES: Readonly<Partial<Record<Kind, PoseFor>>> = {
  perspective: (random) => ({
    fill: random.between(0.74, 0.84),
    tilt: [random.between(-0.5, 0.5), random.between(-0.5, 0.5)],
  }),
  rotation: (random) => ({ fill: random.between(0.62, 0.7), turn: random.between(-Math.PI, Math.PI) }),
  distance: (random) => ({
    fill: random.between(0.46, 0.62),
    shift: [random.between(-0.2, 0.2), random.between(-0.2, 0.2)],
  }),
  mixed: (random) => ({
    fill: random.between(0.7, 0.8),
    turn: random.between(-0.25, 0.25),
    tilt: [random.between(-0.25, 0.25), random.between(-0.25, 0.25)],
    shift: [random.between(-0.05, 0.05), random.between(-0.05, 0.05)],
  }),
}

/** As somebody holds a code who wants it to fill the picture, and as somebody does who aims at a frame within it. */
function fillFor(height: number, random: Random): number {
  const isAimed = random.between(0, 1) < 0.5 && height >= 720
  return isAimed ? random.between(0.58, 0.66) : random.between(0.8, 0.94)
}

function poseFor(kind: Kind, height: number, random: Random): Pose {
  const level: Pose = {
    fill: fillFor(height, random),
    turn: random.between(-0.04, 0.04),
    tilt: [0, 0],
    shift: [0, 0],
  }
  return { ...level, ...POSES[kind]?.(random) }
}

type Spoil = (grey: Grey, random: Random, unit: number) => Grey

const each = (grey: Grey, change: (value: number, x: number, y: number) => number): Grey => {
  const pixels = new Uint8Array(grey.pixels.length)
  for (let at = 0; at < pixels.length; at++) {
    const value = change(grey.pixels[at] ?? 0, at % grey.width, Math.floor(at / grey.width))
    pixels[at] = Math.max(0, Math.min(255, value))
  }
  return { ...grey, pixels }
}

const noise: Spoil = (grey, random) => {
  const strength = random.between(2, 6)
  return each(grey, (value) => value + random.normal() * strength)
}

/** Out of focus, by up to half a module. */
const blur: Spoil = (grey, random, unit) => {
  const radius = Math.max(1, Math.round(unit * random.between(0.15, 0.4)))
  return blurred(grey, radius, unit > 4 ? 2 : 1)
}

const motion: Spoil = (grey, random, unit) => {
  const length = Math.max(2, Math.round(unit * random.between(0.5, 1)))
  const angle = random.between(0, Math.PI)
  return each(grey, (_, x, y) => {
    let sum = 0
    for (let step = 0; step < length; step++) {
      const along = step - (length - 1) / 2
      const px = Math.min(grey.width - 1, Math.max(0, Math.round(x + along * Math.cos(angle))))
      const py = Math.min(grey.height - 1, Math.max(0, Math.round(y + along * Math.sin(angle))))
      sum += grey.pixels[py * grey.width + px] ?? 0
    }
    return sum / length
  })
}

/** Fewer pixels than it claims, as of a webcam that blows up its picture; never less than two and a half a module. */
const lowResolution: Spoil = (grey, random, unit) => {
  const factor = Math.min(0.95, random.between(2.5, 3.2) / unit)
  const small = scaled(blurred(grey, Math.max(1, Math.round(0.3 / factor))), factor)
  const large = scaled(small, grey.width / small.width)
  return large
}

const glare: Spoil = (grey, random) => {
  const [cx, cy] = [grey.width * random.between(0.35, 0.65), grey.height * random.between(0.3, 0.7)]
  const radius = Math.min(grey.width, grey.height) * random.between(0.12, 0.3)
  const strength = random.between(60, 150)
  return each(grey, (value, x, y) => {
    const distance = ((x - cx) ** 2 + (y - cy) ** 2) / radius ** 2
    return value + strength * Math.exp(-distance)
  })
}

const lowContrast: Spoil = (grey, random) => {
  const range = random.between(0.14, 0.3)
  const [base, slope] = [random.between(60, 130), random.between(-0.06, 0.06)]
  return each(grey, (value, x) => base + value * range + x * slope)
}

/** The raster of a phone's screen against the raster of the camera. */
const moire: Spoil = (grey, random) => {
  const depth = random.between(0.15, 0.38)
  const turn = random.between(-0.12, 0.12)
  const period = random.between(1.7, 3.4)
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  const wave = (at: number): number => 1 - depth * (0.5 + 0.5 * Math.cos((2 * Math.PI * at) / period))
  return each(grey, (value, x, y) => value * wave(x * cos + y * sin) * wave(y * cos - x * sin))
}

const SPOILS: Readonly<Record<Kind, readonly Spoil[]>> = {
  clean: [noise],
  blur: [blur, noise],
  motion: [motion, noise],
  perspective: [noise],
  rotation: [noise],
  'low resolution': [lowResolution, noise],
  distance: [noise],
  glare: [glare, noise],
  jpeg: [noise],
  'low contrast': [lowContrast, noise],
  moire: [moire, noise],
  mixed: [blur, glare, lowContrast, noise],
}

/** JPEG quality of the kinds that were compressed, 0 to 1. */
export const qualityFor = (kind: Kind, random: Random): number | undefined =>
  kind === 'jpeg' ? random.between(0.12, 0.4) : kind === 'mixed' ? random.between(0.5, 0.8) : undefined

/** A frame of the camera's film with the code in it. `unit` is the pixels of one module. */
export function frameOf(kind: Kind, code: Code, size: readonly [number, number], random: Random): Grey {
  const pose = poseFor(kind, Math.min(...size), random)
  const unit = (Math.min(...size) * pose.fill) / (code.size + 2 * QUIET)
  return SPOILS[kind].reduce((grey, spoil) => spoil(grey, random, unit), project(code, size, pose))
}
