/** Base64 of bytes, for Node and browser alike. */
const CHUNK = 0x2000;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
}

/** Blanks are skipped. Null when it is no base64. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const binary = atob(text.replace(/[^A-Za-z0-9+/=]+/g, ''));
    return Uint8Array.from(binary, (c) => c.charCodeAt(0));
  } catch {
    return null;
  }
}
