import { createTheme } from '@mui/material/styles'

/** The device's own font: no download, and every script that the device can show. */
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'

/** A deployment's own colours as `#rrggbb`, readable on the surfaces below; empty for the viewer's own. */
export interface Colours {
  readonly light: string
  readonly dark: string
}

/** Light and dark follow the device. Contrast of text on every surface is at least 4.5 to 1. */
export const themeOf = ({ light, dark }: Colours) =>
  createTheme({
    cssVariables: { colorSchemeSelector: 'media' },
    colorSchemes: {
      light: {
        palette: {
          contrastThreshold: 4.5,
          primary: { main: light || '#0b5b7f' },
          success: { main: '#1a6b35' },
          warning: { main: '#8a5300' },
          error: { main: '#b3261e' },
          info: { main: '#3d5a80' },
          background: { default: '#f4f6f8', paper: '#ffffff' },
          text: { primary: '#14202b', secondary: '#4a5a68' },
        },
      },
      dark: {
        palette: {
          contrastThreshold: 4.5,
          primary: { main: dark || '#7cc4e8' },
          success: { main: '#79d193' },
          warning: { main: '#f2b95c' },
          error: { main: '#ff9a92' },
          info: { main: '#a9c1e6' },
          background: { default: '#0f161c', paper: '#182129' },
          text: { primary: '#eef3f7', secondary: '#b3c0cb' },
        },
      },
    },
    shape: { borderRadius: 8 },
    typography: { fontFamily: FONT, button: { textTransform: 'none', fontWeight: 600 } },
  })

export const theme = /* @__PURE__ */ themeOf({ light: '', dark: '' })
