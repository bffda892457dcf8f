import { expect, test } from 'vitest'
import { describeScanned } from '../../../src/core/scanner/scanned'

test('a test tells what a code was, and shows no more of it than its beginning', () => {
  const facts = describeScanned('https://menu.example/somebody-s-health')
  expect(facts).toEqual({ grade: 'named', characters: 38, beginning: 'https://me' })
})

test('half a card is damaged, and anything is something', () => {
  expect(describeScanned('shc:/5676').grade).toBe('damaged')
  expect(describeScanned('hello').grade).toBe('nothing')
})
