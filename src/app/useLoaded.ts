import { useEffect, useState } from 'react'
import { loadLanguage } from '../i18n/defineMessages'
import type { Language } from '../i18n/language'
import { useLanguage } from '../i18n/LanguageContext'

/** A part of the viewer that is fetched when it is first needed. */
export type Loaded<Part> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly part: Part }
  | { readonly status: 'failed'; readonly retry: () => void }

const parts = new WeakMap<() => Promise<unknown>, unknown>()

/**
 * Loads a part by `load`, a function that must be the same one on every render. What has been loaded is there at once
 * the next time. A part that could not be had can be asked for again without losing what is on the screen, which
 * React's own `lazy` does not allow.
 */
export function useLoaded<Part>(load: () => Promise<Part>): Loaded<Part> {
  const [attempt, setAttempt] = useState({ failed: false })
  const { language } = useLanguage()
  const part = parts.get(load) as Part | undefined
  useEffect(() => {
    if (parts.has(load) || attempt.failed) return undefined
    let current = true
    const settle = (failed: boolean): void => {
      if (current) setAttempt({ failed })
    }
    withWords(load, language).then(
      (loaded) => {
        parts.set(load, loaded)
        return settle(false)
      },
      () => settle(true),
    )
    return () => {
      current = false
    }
  }, [load, language, attempt.failed])
  if (part !== undefined) return { status: 'ready', part }
  if (!attempt.failed) return { status: 'loading' }
  return { status: 'failed', retry: () => setAttempt({ failed: false }) }
}

/** A part brings messages of its own. Without its translation it is shown in English, which beats not at all. */
async function withWords<Part>(load: () => Promise<Part>, language: Language): Promise<Part> {
  const part = await load()
  await loadLanguage(language).catch(() => undefined)
  return part
}
