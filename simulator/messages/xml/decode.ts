/**
 * Bytes → text, as XML says: a byte order mark wins, then the encoding that the declaration names, then UTF-8.
 * Decoding is fatal on the first wrong byte: a document that lies about its encoding is refused, not guessed at.
 */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

export interface DecodeFault {
  readonly code: 'xmlTooLarge' | 'xmlEncodingUnknown' | 'xmlEncodingBroken';
  readonly offset: number;
  readonly params: Record<string, string | number>;
}

/** 4 MB: a hundred lists of a hundred lines need about 2 MB. Bytes, or UTF-16 units of a text. */
export const MAX_SIZE = 4 * 1024 * 1024;

/** Names that real clients write, and the decoder that reads them. */
const ENCODINGS: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'ascii',
  ascii: 'ascii',
  gbk: 'gbk',
  gb2312: 'gbk',
  cp936: 'gbk',
  gb18030: 'gb18030',
  'iso-8859-1': 'latin1',
  latin1: 'latin1',
  'windows-1252': 'latin1',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

const DECLARED = /^<\?xml[ \t\r\n][^>]{0,200}?encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][A-Za-z0-9._-]*)["']/;

/** Text of a document. A text that comes in as a string has been decoded already: its declaration is not asked. */
export function decodeXml(xml: string | Uint8Array): Decoded | DecodeFault {
  if (xml.length > MAX_SIZE)
    return { code: 'xmlTooLarge', offset: 0, params: { max: MAX_SIZE, size: xml.length } };
  if (typeof xml === 'string') return { text: stripBom(xml), encoding: 'utf-16' };
  const sniffed = sniff(xml);
  const declared = sniffed ? '' : declaredIn(xml);
  const decoder = sniffed || ENCODINGS[declared || 'utf-8'];
  if (!decoder || decoder === 'utf-16') {
    // UTF-16 without a byte order mark, or a name that we don't know.
    return { code: 'xmlEncodingUnknown', offset: 0, params: { encoding: declared } };
  }
  if (lies(xml, decoder)) {
    return { code: 'xmlEncodingBroken', offset: 0, params: { encoding: declared } };
  }
  try {
    const text = new TextDecoder(decoder, { fatal: true }).decode(xml);
    return { text: stripBom(text), encoding: decoder };
  } catch {
    return { code: 'xmlEncodingBroken', offset: 0, params: { encoding: declared || decoder } };
  }
}

export function isDecodeFault(result: Decoded | DecodeFault): result is DecodeFault {
  return 'code' in result;
}

function stripBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** By byte order mark, or by the shape of `<?` in two bytes. */
function sniff(b: Uint8Array): string {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8';
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le';
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be';
  if (b[0] === 0x3c && b[1] === 0) return 'utf-16le';
  if (b[0] === 0 && b[1] === 0x3c) return 'utf-16be';
  return '';
}

/**
 * Two lies that the decoder would not notice: more than ASCII under the name of ASCII; and UTF-8 Chinese under the name
 * of GBK, which decodes to other Chinese. A real GBK text that is flawless UTF-8 with three-byte characters all through
 * does not happen.
 */
function lies(bytes: Uint8Array, decoder: string): boolean {
  if (decoder === 'ascii') return bytes.some((b) => b >= 0x80);
  if (!decoder.startsWith('gb') || !bytes.some((b) => b >= 0xe4 && b <= 0xe9)) return false;
  try {
    return /[\u4e00-\u9fff]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

function declaredIn(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 256));
  return (DECLARED.exec(start)?.[1] ?? '').toLowerCase();
}
