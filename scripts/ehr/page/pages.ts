import { CHART_NAMES, CHARTS, PATIENTS, type ChartName } from '../data/people'
import { listOf, textAt } from '../json'
import { launchAddress } from '../launches'
import { QUIRK_NAMES, QUIRKS } from '../quirks'
import type { EhrState } from '../state'
import { escaped, frameOf } from './frame'

/** The list of patients, and what can be switched on. */
export const startPage = ({ quirks, viewer }: EhrState): string =>
  frameOf(
    'Patients',
    `<section><h1>Patients of today</h1>
<table><thead><tr><th>Name</th><th>Born</th><th>Record number</th><th>Open</th></tr></thead>
<tbody>${CHART_NAMES.map(rowOf).join('')}</tbody></table>
<p><a class="button" href="/charts">Open both charts side by side</a></p>
<p class="hint">Everybody here is made up. The viewer is at ${escaped(viewer)}; what it asked is in the <a href="/audit">audit log</a>.</p></section>
<section><h2>How this EHR behaves</h2>
<form method="post" action="/quirks">${QUIRK_NAMES.map(
      (name) =>
        `<label><input type="checkbox" name="quirk" value="${name}"${quirks.has(name) ? ' checked' : ''}>
<span><b>${name}</b> ${escaped(QUIRKS[name])}</span></label>`,
    ).join('')}
<button>Behave so from now on</button></form></section>`,
  )

const rowOf = (chart: ChartName): string => {
  const { title, patient } = CHARTS[chart]
  return `<tr><td>${escaped(title)}</td><td>${birthDateOf(patient)}</td><td>${numberOf(patient)}</td>
<td><a class="button" href="/chart?chart=${chart}">Chart</a>
<a class="button quiet" href="/launch?chart=${chart}" target="shx-viewer-${chart}" rel="opener">Viewer in a window</a></td></tr>`
}

const recordOf = (patient: string) => PATIENTS.find(({ id }) => id === patient)
const birthDateOf = (patient: string): string => escaped(textAt(recordOf(patient), 'birthDate'))
const numberOf = (patient: string): string =>
  escaped(textAt(listOf(recordOf(patient)?.['identifier'])[0], 'value'))

/** One chart with the viewer beside it, as most EHRs embed an application. */
export const chartPage = (ehr: EhrState, chart: ChartName): string =>
  frameOf(CHARTS[chart].title, chartOf(ehr, chart, true), [...ehr.quirks])

/** Two charts in one window, which in some EHRs share one storage. */
export const bothChartsPage = (ehr: EhrState): string =>
  frameOf(
    'Both charts',
    `<div class="both">${CHART_NAMES.map((chart) => chartOf(ehr, chart, false)).join('')}</div>`,
    [...ehr.quirks],
  )

const chartOf = (ehr: EhrState, chart: ChartName, withSide: boolean): string => {
  const { title, patient } = CHARTS[chart]
  const side = `<aside><h2>Chart</h2><p><a href="/documents?chart=${chart}">Documents</a></p>
<a class="button quiet" href="/launch?chart=${chart}" target="shx-viewer-${chart}" rel="opener">Viewer in a window</a></aside>`
  return `<article data-chart="${chart}"><h1>${escaped(title)}</h1>
<p class="facts">Born ${birthDateOf(patient)} · ${numberOf(patient)}</p>
<div class="chart">${withSide ? side : ''}${viewerFrame(ehr, chart)}</div></article>`
}

/**
 * The features are delegated to the viewer's origin by name: without one they would go to the origin of `src` alone,
 * and be lost with the first redirect.
 */
function viewerFrame(ehr: EhrState, chart: ChartName): string {
  const { origin } = new URL(ehr.viewer)
  return `<iframe title="SHX viewer" name="viewer-${chart}" allow="camera ${origin}; clipboard-write ${origin}"
src="${escaped(launchAddress(ehr, chart))}"></iframe>`
}
