import { cardContenders, type CardFixture } from './cardContenders'
import { measure, type Measured, type MeasureOptions } from './measure'

/** What the page of the bench offers to the script that drives it. */
export interface CardPage {
  benchCard?: (fixture: CardFixture, options: MeasureOptions) => Promise<readonly Measured[]>
}

Object.assign(globalThis, {
  benchCard: async (fixture, options) => measure(await cardContenders(fixture), options),
} satisfies CardPage)
