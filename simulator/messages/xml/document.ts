/** Text or bytes → root element or fault, and offsets → lines and columns. */
import { decodeXml, isDecodeFault, type DecodeFault } from './decode.ts';
import { isFault, parseXml, type XmlElement, type XmlFault } from './tree.ts';

interface Positions {
  /** Line and column from 1, column in UTF-16 units. */
  readonly position: (offset: number) => { line: number; column: number };
}

export type XmlDocument = Positions & {
  readonly fault: null;
  readonly root: XmlElement;
  readonly text: string;
};
export type UnreadableXml = Positions & { readonly fault: XmlFault | DecodeFault; readonly text: string };

/** Never throws. */
export function openXml(xml: string | Uint8Array): XmlDocument | UnreadableXml {
  const decoded = decodeXml(xml);
  if (isDecodeFault(decoded)) return { fault: decoded, text: '', position: () => ({ line: 1, column: 1 }) };
  const { text } = decoded;
  const position = positionsIn(text);
  const root = parseXml(text);
  return isFault(root) ? { fault: root, text, position } : { fault: null, root, text, position };
}

/** Line starts are only looked for when the first position is asked for: a valid message asks for none. */
function positionsIn(text: string): Positions['position'] {
  let starts: number[] | null = null;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (starts[mid]! <= offset) low = mid;
      else high = mid - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const m of text.matchAll(/\r\n|\r|\n/g)) starts.push(m.index + m[0].length);
  return starts;
}
