import { describe, expect, test } from 'vitest'
import { linkText } from '../../../src/core/shl/linkText'
import { link } from '../../support/shlLink'

const LINK = link()
const BODY = LINK.slice('shlink:/'.length)

describe('a link that is handed on', () => {
  test.each([LINK, `https://viewer.example/app#${LINK}`, LINK.replace('shlink', 'SHLINK')])(
    'is to the letter what came: %s',
    (text) => {
      expect(linkText(text)).toBe(text)
    },
  )

  test.each([
    ['blanks around it', ` \uFEFF${LINK}\n`, LINK],
    ['a sentence around it', `Open ${LINK} in your viewer, please`, LINK],
    ['a break of the line in it', `${LINK.slice(0, 40)}\n${LINK.slice(40)}`, LINK],
    ['percent signs', encodeURIComponent(LINK), LINK],
    ['what a mail program appended', `${LINK}&utm=mail`, LINK],
    ['two slashes', `shlink://${BODY} .`, LINK],
  ])('comes without %s', (_, text, expected) => {
    expect(linkText(text)).toBe(expected)
  })

  test.each(['', 'shc:/1234', 'shlink:/', 'shlink:/not a link', 'https://viewer.example/%'])(
    'is not made of %s',
    (text) => {
      expect(linkText(text)).toBeUndefined()
    },
  )
})
