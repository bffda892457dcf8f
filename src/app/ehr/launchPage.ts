import type { LaunchRefusal } from '../../core/ehr/launchRequest'
import type { Language } from '../../i18n/language'
import type { LaunchFailure } from '../../platform/ehr/launch'
import { messages } from './launchMessages'

/** Why there is no launch. Each has words and at least one way on. */
export type LaunchProblem =
  | LaunchRefusal
  | LaunchFailure
  | { readonly kind: 'storage-blocked' | 'insecure' | 'viewer-incomplete' }

export interface LaunchPage {
  readonly root: Element
  readonly language: Language
  /** What the deployment calls the EHR, or its host; empty while it is not known which one is meant. */
  readonly ehr: string
}

/** Says that the EHR is being asked. */
export function showAsking({ root, language, ehr }: LaunchPage): void {
  const t = messages(language)
  const notice = element('div', 'launch-notice', t('asking', { ehr }))
  notice.setAttribute('role', 'status')
  put(root, t('title'), notice)
}

/** Says why there is no launch, and what can be done. No React: this page is on the screen for a moment. */
export function showProblem({ root, language, ehr }: LaunchPage, problem: LaunchProblem): void {
  const t = messages(language)
  const notice = element('div', 'launch-notice launch-failed')
  notice.setAttribute('role', 'alert')
  notice.dataset['launchFailure'] = problem.kind
  const actions = element('div', 'launch-actions')
  actions.append(...waysOn(problem, language))
  notice.append(
    element('p', 'launch-title', wordsOf(problem, language, ehr)),
    element('p', '', t(adviceOf(problem))),
    actions,
  )
  put(root, t('title'), notice)
}

function wordsOf(problem: LaunchProblem, language: Language, ehr: string): string {
  const t = messages(language)
  switch (problem.kind) {
    case 'incomplete':
    case 'repeated':
    case 'forbidden':
      return t(problem.kind, { parameter: problem.parameter })
    case 'unknown-ehr':
      return t('unknown-ehr', { host: hostOf(problem.iss) })
    case 'endpoint-elsewhere':
      return t('endpoint-elsewhere', { ehr, host: problem.host })
    case 'unreachable':
    case 'not-smart':
    case 'changed':
      return t(problem.kind, { ehr })
    case 'storage-blocked':
    case 'insecure':
    case 'viewer-incomplete':
      return t(problem.kind)
    default:
      return problem satisfies never
  }
}

/** The host of what an address said, in ASCII; anybody may have written it, so that nothing else of it is shown. */
const hostOf = (iss: string): string => (URL.canParse(iss) ? new URL(iss).host || '?' : '?')

function adviceOf({ kind }: LaunchProblem) {
  switch (kind) {
    case 'storage-blocked':
      return 'adviceWindow'
    case 'unreachable':
    case 'viewer-incomplete':
      return 'adviceRetry'
    case 'incomplete':
    case 'repeated':
    case 'forbidden':
      return 'adviceChart'
    case 'unknown-ehr':
    case 'endpoint-elsewhere':
    case 'not-smart':
    case 'changed':
    case 'insecure':
      return 'adviceSetUp'
    default:
      return kind satisfies never
  }
}

function waysOn({ kind }: LaunchProblem, language: Language): readonly HTMLElement[] {
  const t = messages(language)
  const without = link('./index.html', t('goOn'))
  if (kind === 'storage-blocked') {
    // The launch has not been used yet: the same one works where the browser stores things.
    const own = link(window.location.href, t('ownWindow'))
    own.target = '_blank'
    own.rel = 'noopener'
    return [own, without]
  }
  if (adviceOf({ kind } as LaunchProblem) !== 'adviceRetry') return [without]
  const again = element('button', '', t('tryAgain'))
  again.addEventListener('click', () => window.location.reload())
  return [again, without]
}

function put(root: Element, title: string, notice: HTMLElement): void {
  const main = element('main', 'launch')
  main.append(element('h1', '', title), notice)
  root.replaceChildren(main)
}

function link(href: string, words: string): HTMLAnchorElement {
  const anchor = element('a', '', words)
  anchor.href = href
  return anchor
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  words = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.textContent = words
  return made
}
