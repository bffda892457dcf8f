/** Documents of our own making, each with everything in it that must not happen. */

const TRACKER = 'https://tracker.example.org'

/**
 * A PDF with a script, an action on opening, a link, and words in a font that the file does not bring, as most files
 * from simple programs have it.
 */
export function pdfText(lines: readonly string[], pages = 1): string {
  const font = 3 + pages * 2
  const range = Array.from({ length: pages }, (_, page) => page)
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>`,
    `<< /Type /Pages /Kids [${range.map((page) => `${3 + page * 2} 0 R`).join(' ')}] /Count ${pages} >>`,
    ...range.flatMap((page) => {
      const words = lines.map((line) => `(${line}, page ${page + 1}) Tj 0 -28 Td`).join(' ')
      const stream = `BT /F1 24 Tf 60 760 Td ${words} ET`
      const link = `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (${TRACKER}/pdf) >> >>`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + page * 2} 0 R ` +
          `/Resources << /Font << /F1 ${font} 0 R >> >> /Annots [${link}] >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)
  const head = '%PDF-1.7\n'
  const starts = objects.map((_, index) => head.length + objects.slice(0, index).join('').length)
  const body = head + objects.join('')
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return (
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}` +
    `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`
  )
}

export const HOSTILE_HTML = `<!doctype html><html><head><meta http-equiv="refresh" content="0;url=${TRACKER}/html">
<link rel="stylesheet" href="${TRACKER}/a.css"><style>@import url(${TRACKER}/b.css)</style>
<script src="${TRACKER}/c.js"></script><script>window.hacked = true</script></head>
<body onload="window.hacked = true" background="${TRACKER}/d.png"><h1>Discharge</h1><p>Take <b>5 mg</b>, <s>not 10 mg</s></p>
<img src="${TRACKER}/e.png" onerror="window.hacked = true"><iframe src="${TRACKER}/f"></iframe>
<svg><image href="${TRACKER}/g.png"/></svg><form action="${TRACKER}/h"><input autofocus onfocus="window.hacked = true"></form>
<a href="javascript:window.hacked = true">Press</a></body></html>`

export const HOSTILE_SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked = true">
<script>window.hacked = true</script><image href="${TRACKER}/i.png"/></svg>`

export const HOSTILE_RTF = String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\b Dear colleague}\par stop {\strike aspirin}\par
{\field{\*\fldinst INCLUDEPICTURE "https://tracker.example.org/j.png"}{\fldrslt picture}}<script>window.hacked = true</script>
{\object\objemb{\*\objdata 0105}}}`

export const hostileCda = (
  body = '',
): string => `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${TRACKER}/k.xsl"?>
<!DOCTYPE ClinicalDocument [<!ENTITY secret SYSTEM "${TRACKER}/l"><!ENTITY lol "lollollol">]>
<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Summary &secret;</title><effectiveTime value="20240301"/>
<recordTarget><patientRole><patient><name>Ana Prueba</name><birthTime value="19500102"/></patient></patientRole></recordTarget>
<component>${
  body ||
  `<structuredBody><component><section><title>Medications</title><text><table><tr><th>Medicine</th></tr>
<tr><td>Aspirin <content revised="delete">warfarin</content><script>window.hacked = true</script></td></tr></table>
<linkHtml href="${TRACKER}/m">more</linkHtml><renderMultiMedia referencedObject="x"/></text></section></component>
<component><section><title>Allergies</title><entry/><entry/></section></component></structuredBody>`
}</component></ClinicalDocument>`
