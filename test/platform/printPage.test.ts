import { expect, test } from 'vitest'
import { quoted } from '../../src/platform/printPage'

test('nothing in a name can end the string of a style', () => {
  expect(quoted('Ana "; } body { display: none } \\')).toBe(
    '"Ana \\22 \\3b  \\7d  body \\7b  display\\3a  none \\7d  \\5c "',
  )
  expect(quoted('José محمد 5')).toBe('"José محمد 5"')
  expect(quoted('a\nb')).toBe('"a\\a b"')
})
