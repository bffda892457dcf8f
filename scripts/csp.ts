import type { Plugin } from 'vite'

/**
 * The Content-Security-Policy of every built page. One source; hosts that can send headers may send the same.
 *
 * `sha256-47DEQ…` is the hash of the empty text: in production Emotion fills empty `<style>` elements through the
 * CSSOM, so that no inline style needs to be allowed. `connect-src` is open to https because the server of a link can
 * be any, and to this machine for links that developers serve themselves (ADR 0009); the core decides which address
 * is really fetched. `wasm-unsafe-eval` lets the decoder of QR codes run, which is WebAssembly from our own files, and
 * nothing that is text (ADR 0010). The policy `shx-worker` starts our own workers and no others.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "style-src-attr 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify shx-worker',
].join('; ')

/**
 * The policy of our workers, as a header of their files: a worker has no page whose policy would hold for it. They fetch
 * their decoders from our own host and nothing else, so that a document that takes one over has nowhere to send anything.
 */
export const WORKER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
].join('; ')

/** Puts the policy first into the head of every page of the build; the dev server needs inline scripts and has none. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}
