import { describe, expect, test } from 'vitest'
import { directionOf, languageName } from '../../src/ui/senderText/languageNames'
import { languagePartsOf } from '../../src/ui/senderText/languageParts'

const EN = '<div lang="en"><p>Peanut<br/>hives</p></div>'
const ES = '<div xml:lang="es-MX"><p>Cacahuete</p></div>'

describe('a narrative in several languages', () => {
  test('is taken apart by language, with what is around it around each', () => {
    expect(languagePartsOf(`<div class="x">\n${EN} ${ES}</div>`)).toEqual({
      parts: [
        { tag: 'en', source: `<div class="x">${EN}</div>` },
        { tag: 'es-MX', source: `<div class="x">${ES}</div>` },
      ],
      before: '',
      after: '',
    })
  })

  test('may come without anything around it', () => {
    expect(languagePartsOf(EN + ES)?.parts.map(({ source }) => source)).toEqual([EN, ES])
  })

  test('keeps for everyone what stands in front and behind', () => {
    const taken = languagePartsOf(`<div><h3>Allergies</h3>${EN}${ES} 2026 </div>`)
    expect(taken?.before).toBe('<div><h3>Allergies</h3></div>')
    expect(taken?.after).toBe('<div> 2026 </div>')
  })

  test('has one part for all that is of one language', () => {
    const again = EN.replace('"en"', '"EN"')
    expect(languagePartsOf(`<div>${EN}${ES}${again}</div>`)?.parts).toEqual([
      { tag: 'en', source: `<div>${EN}${again}</div>` },
      { tag: 'es-MX', source: `<div>${ES}</div>` },
    ])
  })

  test.each([
    ['one language', `<div>${EN}${EN}</div>`],
    ['no language', '<div><p>a</p></div>'],
    ['a text between the languages', `<div>${EN}but ${ES}</div>`],
    ['tags that do not match', `<div>${EN}<p>${ES}</div>`],
    ['an end that is missing', `<div>${EN}${ES}`],
    ['words of other languages in a sentence', '<p><span lang="en">a</span> <span lang="es">b</span></p>'],
    ['what is no language', '<div><div lang="1">a</div><div lang="?">b</div></div>'],
    ['nothing', ''],
  ])('is whole where there is %s', (_name, source) => {
    expect(languagePartsOf(source)).toBeUndefined()
  })
})

describe('a language', () => {
  test('has its name, or the tag that was sent', () => {
    expect(languageName('ar', 'en')).toBe('Arabic')
    expect(languageName('de', 'es')).toBe('alemán')
    expect(languageName('toolongtag', 'en')).toBe('toolongtag')
  })

  test('has the direction of its script', () => {
    expect(['ar', 'he-IL', 'es', 'az-Arab', 'toolongtag'].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'ltr',
      'rtl',
      'auto',
    ])
  })
})
