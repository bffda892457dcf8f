/** What fhirclient's module for cryptography in browsers has; it is handed on as a whole. */
export function generatePKCEChallenge(
  entropy?: number,
): Promise<{ readonly codeChallenge: string; readonly codeVerifier: string }>
