// @vitest-environment happy-dom
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Words } from '../../../src/renderers/tables/Words'
import { viewContext } from '../../support/fhir'

const shown = (text: string): HTMLElement => render(<Words text={text} context={viewContext()} />).container

test('a comparison among letters from right to left keeps its side: "< 5" never looks like "> 5"', () => {
  const line = shown('كرياتينين: < 0.5 mg/dL، حتى ≥ 3')
  expect([...line.querySelectorAll('bdi')].map(({ dir, textContent }) => [dir, textContent])).toEqual([
    ['ltr', '< 0.5'],
    ['ltr', '≥ 3'],
  ])
  expect(line.textContent).toBe('كرياتينين: < 0.5 mg/dL، حتى ≥ 3')
})

test.each(['Creatinine: < 0.5 mg/dL', 'כאב', 'a < b'])('everything else stays one text: %s', (text) => {
  const line = shown(text)
  expect(line.querySelector('bdi')).toBeNull()
  expect(line.textContent).toBe(text)
})
