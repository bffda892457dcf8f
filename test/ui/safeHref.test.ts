import { expect, test } from 'vitest'
import { safeHref } from '../../src/ui/safeHref'

test.each([
  ['https://payer.example/help?x=1', 'https://payer.example/help?x=1'],
  ['http://payer.example', 'http://payer.example/'],
  [' mailto:help@payer.example ', 'mailto:help@payer.example'],
  ['tel:+1 (555) 010-0199', 'tel:+1 (555) 010-0199'],
])('%s may be a link', (href, expected) => {
  expect(safeHref(href)).toBe(expected)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://x/1',
  'file:///etc/passwd',
  'https://user:pw@payer.example',
  'https://',
  'mailto:a@b.example?bcc=c@d.example',
  'mailto:a@b.example,c@d.example&x',
  'tel:*#06#',
  'tel:+1;ext=2',
  '//payer.example',
  '/relative',
  '',
  undefined,
  null,
  5,
  {},
  ['https://payer.example'],
])('%j stays text', (href) => {
  expect(safeHref(href)).toBeUndefined()
})
