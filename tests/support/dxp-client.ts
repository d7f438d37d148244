/** What a client program needs to speak with /dxp: envelopes, encodings, and how to read the answers. */
import { Buffer } from 'node:buffer';

/** A CEB message in its envelope, as a client program writes it. Knows nothing of the simulator on purpose. */
export function envelope(message: string | Uint8Array, copMsgId: string, type = 'CEB303Message'): string {
  const data = Buffer.from(message as string).toString('base64');
  return `<?xml version="1.0" encoding="UTF-8"?>
<DxpMsg xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0">
  <TransInfo>
    <CopMsgId>${copMsgId}</CopMsgId>
    <SenderId>DXPENT0000000001</SenderId>
    <ReceiverIds><ReceiverId>DXPEDCCEB0000003</ReceiverId></ReceiverIds>
    <CreatTime>2026-11-24T08:00:00</CreatTime>
    <MsgType>${type}</MsgType>
  </TransInfo>
  <Data>${data}</Data>
</DxpMsg>`;
}

/** Text of the first element of a local name; null without one. For answers, whose shape is known. */
export function textIn(xml: string, name: string): string | null {
  const [, text] = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)</`).exec(xml) ?? [];
  return text === undefined
    ? null
    : text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** UTF-16 with a byte order mark. */
export const utf16 = (xml: string): Uint8Array =>
  Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');

let gbkBytes: Map<string, [number, number]> | null = null;

/** GBK; what it has no bytes for goes as a character reference, as clients in Java do it. */
export function gbk(xml: string): Uint8Array {
  gbkBytes ??= gbkTable();
  const bytes = [...xml.replace('UTF-8', 'GBK')].flatMap((char) => {
    const code = char.codePointAt(0)!;
    return code < 0x80 ? [code] : (gbkBytes!.get(char) ?? [...Buffer.from(`&#${code};`)]);
  });
  return Uint8Array.from(bytes);
}

/** Node reads GBK but doesn't write it: the table the other way round. */
function gbkTable(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gbk', { fatal: true });
  const table = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      try {
        const char = decoder.decode(Uint8Array.of(high, low));
        if ([...char].length === 1) table.set(char, [high, low]);
      } catch {
        // No character has these two bytes.
      }
    }
  }
  return table;
}
