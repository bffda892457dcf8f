import { isOneCharacter, type Stroke } from './stroke'

/** Keyboard layouts that scanners and computers are often set to, in the order in which they are tried. */
export const LAYOUT_IDS = ['us', 'gb', 'de', 'fr', 'es', 'it', 'latam', 'pt', 'ch', 'be', 'nordic'] as const
export type LayoutId = (typeof LAYOUT_IDS)[number]

/** The keys that type characters, row by row, by the names that every keyboard has for them. */
const KEYS = [
  'Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight Backslash',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote',
  'IntlBackslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash',
]
  .join(' ')
  .split(' ')

/** What those keys type, alone and with Shift. Third characters are left out: cards and links need none of them. */
const LAYOUTS: Readonly<Record<LayoutId, { readonly plain: string; readonly shifted: string }>> = {
  us: {
    plain: "`1234567890-=qwertyuiop[]\\asdfghjkl;'\\zxcvbnm,./",
    shifted: '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"|ZXCVBNM<>?',
  },
  gb: {
    plain: "`1234567890-=qwertyuiop[]#asdfghjkl;'\\zxcvbnm,./",
    shifted: '¬!"£$%^&*()_+QWERTYUIOP{}~ASDFGHJKL:@|ZXCVBNM<>?',
  },
  de: {
    plain: '^1234567890ß´qwertzuiopü+#asdfghjklöä<yxcvbnm,.-',
    shifted: '°!"§$%&/()=?`QWERTZUIOPÜ*\'ASDFGHJKLÖÄ>YXCVBNM;:_',
  },
  fr: {
    plain: '²&é"\'(-è_çà)=azertyuiop^$*qsdfghjklmù<wxcvbn,;:!',
    shifted: '~1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%>WXCVBN?./§',
  },
  es: {
    plain: "º1234567890'¡qwertyuiop`+çasdfghjklñ´<zxcvbnm,.-",
    shifted: 'ª!"·$%&/()=?¿QWERTYUIOP^*ÇASDFGHJKLÑ¨>ZXCVBNM;:_',
  },
  it: {
    plain: "\\1234567890'ìqwertyuiopè+ùasdfghjklòà<zxcvbnm,.-",
    shifted: '|!"£$%&/()=?^QWERTYUIOPé*§ASDFGHJKLç°>ZXCVBNM;:_',
  },
  latam: {
    plain: "|1234567890'¿qwertyuiop´+}asdfghjklñ{<zxcvbnm,.-",
    shifted: '°!"#$%&/()=?¡QWERTYUIOP¨*]ASDFGHJKLÑ[>ZXCVBNM;:_',
  },
  pt: {
    plain: "\\1234567890'«qwertyuiop+´~asdfghjklçº<zxcvbnm,.-",
    shifted: '|!"#$%&/()=?»QWERTYUIOP*`^ASDFGHJKLÇª>ZXCVBNM;:_',
  },
  ch: {
    plain: "§1234567890'^qwertzuiopü¨$asdfghjklöä<yxcvbnm,.-",
    shifted: '°+"*ç%&/()=?`QWERTZUIOPè!£ASDFGHJKLéà>YXCVBNM;:_',
  },
  be: {
    plain: '²&é"\'(§è!çà)-azertyuiop^$µqsdfghjklmù<wxcvbn,;:=',
    shifted: '³1234567890°_AZERTYUIOP¨*£QSDFGHJKLM%>WXCVBN?./+',
  },
  nordic: {
    plain: "§1234567890+´qwertyuiopå¨'asdfghjklöä<zxcvbnm,.-",
    shifted: '½!"#¤%&/()=?`QWERTYUIOPÅ^*ASDFGHJKLÖÄ>ZXCVBNM;:_',
  },
}

/** A key and whether Shift was held. */
export interface Position {
  readonly code: string
  readonly shift: boolean
}

/** What a key types on a layout; `undefined` for keys that are the same everywhere or type nothing. */
export function characterAt({ code, shift }: Position, layout: LayoutId): string | undefined {
  const at = KEYS.indexOf(code)
  return at < 0 ? undefined : LAYOUTS[layout][shift ? 'shifted' : 'plain'].charAt(at)
}

/** Which key types a character on a layout, for strokes that do not say. */
export function positionOf(character: string, layout: LayoutId): Position | undefined {
  const { plain, shifted } = LAYOUTS[layout]
  const [low, high] = [plain.indexOf(character), shifted.indexOf(character)]
  const at = low < 0 ? high : low
  const code = KEYS[at]
  return character === '' || code === undefined ? undefined : { code, shift: low < 0 }
}

/** The layout that types `character` wherever the strokes say so: what this computer is set to. */
export function hostLayout(strokes: readonly Stroke[]): LayoutId | undefined {
  const told = strokes.filter(
    ({ key, code, altGraph }) =>
      isOneCharacter(key) && !altGraph && characterAt({ code, shift: false }, 'us'),
  )
  return told.length === 0
    ? undefined
    : LAYOUT_IDS.find((layout) =>
        told.every(({ key, code, shift }) => {
          const expected = characterAt({ code, shift }, layout) ?? key
          return expected.toLowerCase() === key.toLowerCase()
        }),
      )
}
