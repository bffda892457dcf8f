import { describe, expect, test } from 'vitest'
import { readCda } from '../../../src/core/document/cda'
import { strangersIn } from '../../../src/core/document/cdaPatient'
import { readXml, textOf } from '../../../src/core/document/xml'

const document = (inside: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<ClinicalDocument xmlns="urn:hl7-org:v3">${inside}</ClinicalDocument>`
const section = (inside: string): string =>
  document(
    `<component><structuredBody><component><section>${inside}</section></component></structuredBody></component>`,
  )
const htmlOf = (text: string): string | undefined =>
  readCda(section(`<text>${text}</text>`))?.sections[0]?.html

describe('XML from a stranger', () => {
  test('elements, attributes, text, character data, comments and instructions', () => {
    const root = readXml(
      `<?xml version='1.0'?><!-- <x> --><p:a q="1 &lt; 2" r='"'>b<!-- c --><![CDATA[<d>]]>&amp;<e/></p:a>`,
    )
    expect(root?.name).toBe('a')
    expect(root?.attributes.get('q')).toBe('1 < 2')
    expect(root?.attributes.get('r')).toBe('"')
    expect(textOf(root)).toBe('b<d>&')
  })

  test('entities of a DTD are neither fetched nor expanded', () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd"><!ENTITY d "&b;&b;">]>'
    expect(textOf(readXml(`${bomb}<a>&b;&c;&d;</a>`))).toBe('&b;&c;&d;')
  })

  test.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a',
    '<a b="',
    '<!DOCTYPE a [',
    '<![CDATA[',
    '< a/>',
  ])('%j is none', (source) => {
    expect(readXml(source)).toBeUndefined()
  })

  test('what is nested or repeated beyond any sense is refused in a moment', () => {
    const started = performance.now()
    expect(readXml('<a>'.repeat(500_000))).toBeUndefined()
    expect(readXml(`<a>${'<b/>'.repeat(400_000)}</a>`)).toBeUndefined()
    expect(readXml('<'.repeat(100_000))).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(10_000)
  }, 20_000)
})

const bodyIn = (text: string) =>
  readCda(document(`<component><nonXMLBody>${text}</nonXMLBody></component>`))?.file

describe('a CDA document (L-83)', () => {
  test('its header: who it is about, who wrote and signed it, when, and how confidential it is', () => {
    const cda = readCda(
      document(`
        <code displayName="Discharge summary"/><title> Discharge
          letter </title><effectiveTime value="20240301103000+0100"/><confidentialityCode code="R"/>
        <recordTarget><patientRole><id root="2.16" extension="MRN-7"/><patient>
          <name><given>Ana</given><given>María</given><family>Prueba</family></name>
          <administrativeGenderCode code="F"/><birthTime value="19500102"/></patient></patientRole></recordTarget>
        <author><time value="202403"/><assignedAuthor><assignedPerson><name>Dr A</name></assignedPerson>
          <representedOrganization><name>Clinic</name></representedOrganization></assignedAuthor></author>
        <author><assignedAuthor><assignedAuthoringDevice><softwareName>Writer 3</softwareName></assignedAuthoringDevice></assignedAuthor></author>
        <custodian><assignedCustodian><representedCustodianOrganization><name>Archive</name></representedCustodianOrganization></assignedCustodian></custodian>
        <legalAuthenticator><time value="20240302"/><assignedEntity><assignedPerson><name>Dr B</name></assignedPerson></assignedEntity></legalAuthenticator>`),
    )
    expect(cda).toEqual({
      title: 'Discharge letter',
      kind: 'Discharge summary',
      date: '2024-03-01T10:30:00+01:00',
      confidentiality: 'R',
      patients: [{ name: 'Ana María Prueba', gender: 'F', birthDate: '1950-01-02', identifiers: ['MRN-7'] }],
      authors: [
        { name: 'Dr A', organization: 'Clinic', date: '2024-03', identifiers: [] },
        { name: 'Writer 3', identifiers: [] },
      ],
      custodian: 'Archive',
      signer: { name: 'Dr B', date: '2024-03-02', identifiers: [] },
      sections: [],
    })
  })

  test('several patients are several', () => {
    const one = '<recordTarget><patientRole><patient><name>A</name></patient></patientRole></recordTarget>'
    expect(readCda(document(one + one))?.patients).toHaveLength(2)
  })

  test('sections in order, inner ones inside, and what has codes but no words says so', () => {
    const cda = readCda(
      section(`<title>Plan</title><text/><entry/><entry/>
        <component><section nullFlavor="NI"><code displayName="Inner"/></section></component>`),
    )
    expect(cda?.sections).toEqual([
      {
        title: 'Plan',
        entries: 2,
        sections: [{ title: 'Inner', nullFlavor: 'NI', entries: 0, sections: [] }],
      },
    ])
  })

  test.each([
    ['<paragraph>a</paragraph>', '<div><p>a</p></div>'],
    ['<list><item>a</item></list>', '<div><ul><li>a</li></ul></div>'],
    [
      '<list listType="ordered"><caption>c</caption><item>a</item></list>',
      '<div><p><b>c</b></p><ol><li>a</li></ol></div>',
    ],
    [
      '<table border="1"><tr><td colspan="2" onclick="x">a</td></tr></table>',
      '<div><table><tr><td colspan="2">a</td></tr></table></div>',
    ],
    ['<content styleCode="Bold">a</content>', '<div><span><b>a</b></span></div>'],
    ['<content revised="delete">a</content>', '<div><del><span>a</span></del></div>'],
    ['a &lt;script&gt;', '<div>a &lt;script&gt;</div>'],
    ['<script>alert(1)</script>', '<div>alert(1)</div>'],
    ['<iframe src="https://x.example"/>a', '<div>a</div>'],
    [`<linkHtml href='" onclick="x'>a</linkHtml>`, '<div><a href="&quot; onclick=&quot;x">a</a></div>'],
    ['<renderMultiMedia referencedObject="x"/>a', '<div><object></object>a</div>'],
  ])('%s', (text, html) => {
    expect(htmlOf(text)).toBe(html)
  })

  test('a body that is another file is that file', () => {
    expect(bodyIn('<text mediaType="application/pdf" representation="B64">JVBE\nRi0=</text>')).toEqual({
      path: 'nonXMLBody',
      declaredType: 'application/pdf',
      content: { kind: 'here', data: 'JVBE\nRi0=', encoding: 'base64' },
    })
    expect(bodyIn('<text><reference value="https://files.example.org/a"/></text>')?.content.kind).toBe(
      'elsewhere',
    )
    expect(bodyIn('<text><reference value="letter.pdf"/></text>')?.content.kind).toBe('not-included')
    expect(bodyIn('<text>plain words</text>')?.content.kind).toBe('bytes')
    expect(bodyIn('<text/>')?.content.kind).toBe('none')
  })

  test('anything else is none', () => {
    expect(readCda('<a/>')).toBeUndefined()
    expect(readCda('')).toBeUndefined()
    expect(readCda(document(''))).toEqual({ patients: [], authors: [], sections: [] })
  })
})

const about = (name: string, birth = '') => {
  const birthTime = birth === '' ? '' : `<birthTime value="${birth}"/>`
  const patient = `<patient><name>${name}</name>${birthTime}</patient>`
  const cda = readCda(document(`<recordTarget><patientRole>${patient}</patientRole></recordTarget>`))
  if (!cda) throw new Error('no document')
  return cda
}

describe('a document in the wrong record (L-83)', () => {
  const ana = { name: [{ family: 'Prueba', given: ['Ana', 'María'] }], birthDate: '1950-01-02' }

  test.each([
    ['Ana Prueba', '19500102', false],
    ['PRUEBA ANA', '', false],
    ['Ana Prueba', '19510102', true],
    ['Berta Otra', '', true],
    ['', '', false],
  ])('%s %s: %s', (name, birth, isStranger) => {
    expect(strangersIn(about(name, birth), [ana]).length > 0).toBe(isStranger)
  })

  test('anybody whom the record names will do, and where it names nobody, nobody is accused', () => {
    expect(strangersIn(about('Berta Otra'), [ana, { name: [{ text: 'Berta Otra' }] }])).toEqual([])
    expect(strangersIn(about('Berta Otra'), [])).toEqual([])
  })
})
