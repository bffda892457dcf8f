import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react'
import { loadLanguage } from './defineMessages'
import { DEFAULT_LANGUAGE, type Language } from './language'

export interface LanguageState {
  readonly language: Language
  /**
   * Loads the words of a language and then shows it. Resolves to true once it is shown, and to false when its words
   * could not be had or another language was chosen meanwhile; what is shown then stays. Never rejects.
   */
  readonly setLanguage: (language: Language) => Promise<boolean>
}

/** Outside a provider everything is in English, and stays so. */
const LanguageContext = createContext<LanguageState>({
  language: DEFAULT_LANGUAGE,
  setLanguage: () => Promise.resolve(false),
})

export interface LanguageProviderProps {
  /** Its words have been loaded already; until then its texts are in English. */
  readonly initialLanguage: Language
  /** Told of every switch, but not of the initial language: to remember it, and to set `lang` and `dir` of the page. */
  readonly onChange: (language: Language) => void
  readonly children: ReactNode
}

export function LanguageProvider({
  initialLanguage,
  onChange,
  children,
}: LanguageProviderProps): ReactElement {
  const [language, show] = useState(initialLanguage)
  const wanted = useRef(initialLanguage)
  const setLanguage = useCallback(
    async (next: Language): Promise<boolean> => {
      wanted.current = next
      const loaded = await loadLanguage(next).then(
        () => true,
        () => false,
      )
      if (!loaded || wanted.current !== next) return false
      show(next)
      onChange(next)
      return true
    },
    [onChange],
  )
  const state = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return <LanguageContext value={state}>{children}</LanguageContext>
}

export const useLanguage = (): LanguageState => useContext(LanguageContext)
