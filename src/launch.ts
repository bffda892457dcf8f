// `launch.html?iss=…&launch=…` is where an EHR opens the viewer from a patient's chart: it asks the EHR to sign the
// reader in, and comes back to `index.html` in the same frame.
import { showAsking, showProblem, type LaunchPage, type LaunchProblem } from './app/ehr/launchPage'
import { readLaunchRequest, type LaunchRequest } from './core/ehr/launchRequest'
import { err, type Result } from './core/result'
import type { Config } from './config/config'
import type { Ehr } from './config/ehrs'
import { loadLanguage } from './i18n/defineMessages'
import { bestLanguage, DEFAULT_LANGUAGE, LANGUAGE_DIRECTIONS, type Language } from './i18n/language'
import { ehrOf } from './platform/ehr/ehrOf'
import { createHttp } from './platform/http'
import { loadConfig } from './platform/loadConfig'
import { canKeepLaunches, readPreference } from './platform/storage'

void show()

async function show(): Promise<void> {
  const base = new URL(document.baseURI)
  const { config } = await loadConfig(base, '')
  const root = document.querySelector('#root')
  if (!root) return
  if (config.title !== '') document.title = config.title
  const page: LaunchPage = { root, language: await speak(config), ehr: '' }
  const { ehrClientFromAddress } = config.features
  const issuers = config.ehrs.map(({ issuer }) => issuer)
  const request = readLaunchRequest(window.location.search, issuers, ehrClientFromAddress)
  if (!request.ok) return showProblem(page, request.error)
  const ehr = ehrOf(config, request.value.iss)
  if (!ehr) return showProblem(page, { kind: 'unknown-ehr', iss: request.value.iss })
  const named: LaunchPage = { ...page, ehr: ehr.label ?? new URL(ehr.issuer).host }
  showAsking(named)
  const prepared = await prepare(request.value, ehr, config)
  // In the place of this page: going back must not start a launch that is used up.
  if (prepared.ok) return window.location.replace(prepared.value)
  return showProblem(named, prepared.error)
}

async function prepare(
  request: LaunchRequest,
  ehr: Ehr,
  config: Config,
): Promise<Result<URL, LaunchProblem>> {
  if (!window.isSecureContext) return err({ kind: 'insecure' })
  if (!canKeepLaunches()) return err({ kind: 'storage-blocked' })
  const part = await import('./platform/ehr/launch').catch(() => undefined)
  if (!part) return err({ kind: 'viewer-incomplete' })
  const page = new URL(window.location.pathname, window.location.href)
  return part.prepareLaunch(request, ehr, config.features.saveToRecord, {
    http: createHttp({ timeoutSeconds: config.requestTimeoutSeconds }),
    page,
    redirectUri: new URL('index.html', page).href,
  })
}

/** The reader's language if its words can be had, else English. */
async function speak(config: Config): Promise<Language> {
  const language = bestLanguage([readPreference('language') ?? config.language, ...navigator.languages])
  const shown = await loadLanguage(language).then(
    (): Language => language,
    (): Language => DEFAULT_LANGUAGE,
  )
  document.documentElement.lang = shown
  document.documentElement.dir = LANGUAGE_DIRECTIONS[shown]
  return shown
}
