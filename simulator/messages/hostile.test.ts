import { describe, expect, test } from 'vitest';
import { messageOf, samples } from '../../tests/support/sample-messages.ts';
import { judge, readDxp, readMessage, writeMessage } from './index.ts';

const good = writeMessage(messageOf('505', samples.waybill()));
const bytes = (text: string) => new TextEncoder().encode(text);
const first = (xml: string | Uint8Array) => {
  const { schemaValid, findings } = judge(xml);
  return schemaValid ? 'accepted' : findings[0]!.code;
};

const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((c, i) => `<!ENTITY ${c} "${`&${'abcdefghij'[i]};`.repeat(10)}">`)
  .join('')}]>`;

describe('hostile XML is refused', () => {
  test.each([
    ['nothing', '', 'xmlEmpty'],
    ['blanks', ' \n\t', 'xmlEmpty'],
    ['a document type', good.replace('?>', '?><!DOCTYPE a>'), 'xmlDoctype'],
    ['a billion laughs', good.replace('?>', `?>${LAUGHS}`).replace('W-1', '&j;'), 'xmlDoctype'],
    [
      'an external entity',
      good.replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'xmlDoctype',
    ],
    ['an external DTD', good.replace('?>', '?><!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd">'), 'xmlDoctype'],
    ['an entity of nowhere', good.replace('W-1', '&nbsp;'), 'xmlEntityUndefined'],
    ['a NUL', good.replace('W-1', 'W\u00001'), 'xmlCharacterForbidden'],
    ['a NUL by number', good.replace('W-1', '&#0;'), 'xmlEntityUndefined'],
    ['half a character', good.replace('W-1', '\ud83d'), 'xmlCharacterForbidden'],
    ['a tower of elements', '<a>'.repeat(100_000), 'xmlTooDeep'],
    ['one message too deep', `${'<a>'.repeat(257)}${'</a>'.repeat(257)}`, 'xmlTooDeep'],
    ['a cut-off message', good.slice(0, 700), 'xmlCutOff'],
    ['two messages', good + good.replace(/^<\?.*?\?>/, ''), 'xmlTextOutside'],
    [
      'crossed tags',
      good.replace('</ceb:note>', '').replace('</ceb:logisticsNo>', '</ceb:logisticsno>'),
      'xmlTagMismatch',
    ],
    ['an attribute twice', good.replace('guid=', 'guid="x" guid='), 'xmlAttributeTwice'],
    ['an unknown prefix', good.replace('<ceb:Logistics>', '<q:Logistics>'), 'xmlPrefixUnknown'],
    ['a page', '<html><body>502 Bad Gateway</body></html>', 'rootUnknown'],
    ['JSON', '{"a":1}', 'xmlTextOutside'],
    ['the wrong namespace', good.replace('.cn/ceb', '.cn/CEB'), 'rootNamespace'],
  ])('%s', (_, xml, code) => {
    expect(first(xml)).toBe(code);
    expect(first(bytes(xml.toWellFormed()))).toBe(
      code === 'xmlCharacterForbidden' && !xml.isWellFormed() ? 'accepted' : code,
    );
  });

  test('101 records, and more than four megabytes', () => {
    const many = (n: number) => messageOf('505', ...Array.from({ length: n }, samples.waybill));
    expect(first(writeMessage(many(100)))).toBe('accepted');
    expect(first(writeMessage(many(101)))).toBe('elementTooMany');
    expect(first(good + ' '.repeat(4 * 1024 * 1024))).toBe('xmlTooLarge');
    expect(first(new Uint8Array(4 * 1024 * 1024 + 1))).toBe('xmlTooLarge');
  });

  test('bytes that are not what the declaration says', () => {
    const declared = (encoding: string) => good.replace('UTF-8', encoding);
    const gbk = Uint8Array.from(
      [...bytes(declared('GBK').replace(/[^\0-\x7f]+/g, '@'))].flatMap((b) =>
        b === 0x40 ? [0xd6, 0xd0] : [b],
      ),
    );
    expect(judge(gbk).message?.records[0]?.head.goodsInfo).toBe('中');
    expect(first(bytes(declared('GBK')))).toBe('xmlEncodingBroken');
    expect(first(bytes(declared('US-ASCII')))).toBe('xmlEncodingBroken');
    expect(first(bytes(declared('EBCDIC')))).toBe('xmlEncodingUnknown');
    expect(first(Uint8Array.from([...bytes(good.slice(0, -20)), 0xff, ...bytes(good.slice(-20))]))).toBe(
      'xmlEncodingBroken',
    );
    expect(first(bytes(`\ufeff${good}`))).toBe('accepted');
    for (const order of ['le', 'be']) {
      const text = `\ufeff${declared('UTF-16')}`;
      const wide = new DataView(new ArrayBuffer(text.length * 2));
      for (let i = 0; i < text.length; i++) wide.setUint16(i * 2, text.charCodeAt(i), order === 'le');
      expect(first(new Uint8Array(wide.buffer))).toBe('accepted');
    }
  });
});

test('nothing makes it throw or hang: two megabytes of anything are answered at once', () => {
  const n = 2 * 1024 * 1024;
  const noise = (seed: number) => {
    let x = seed;
    return Uint8Array.from({ length: n }, () => (x = (Math.imul(x, 1103515245) + 12345) >>> 0) >>> 24);
  };
  const attributes = Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ');
  const garbage: [string, string | Uint8Array][] = [
    ['noise', noise(1)],
    [
      'noise after a declaration',
      Uint8Array.from([...bytes('<?xml version="1.0" encoding="GBK"?><a>'), ...noise(2)]),
    ],
    ['angle brackets', '<'.repeat(n)],
    ['tags', '<a></a>'.repeat(n / 7)],
    [
      'a wall of empty elements',
      good.replace('<ceb:Logistics>', `<ceb:Logistics>${'<ceb:x/>'.repeat(n / 8)}`),
    ],
    ['a wall of text', good.replace('W-1', 'W'.repeat(n))],
    ['a wall of blanks', good.replace('0.8', `${' '.repeat(n)}0.8x`)],
    ['a wall of digits', good.replace('>0.8<', `>${'1'.repeat(n)}<`)],
    ['attributes', `<a ${attributes}/>`],
    ['attributes on a message', good.replace(' xmlns:ceb', ` ${attributes} xmlns:ceb`)],
    ['ampersands', `<a>${'&amp;'.repeat(n / 5)}</a>`],
    ['comments', `${good}${'<!---->'.repeat(n / 7)}`],
    ['namespaces', `<a ${attributes.replaceAll('a', 'xmlns:a')}/>`],
    ['CDATA', `<a>${'<![CDATA[]]>'.repeat(n / 12)}</a>`],
    ['a long declaration', `<?xml ${'encoding '.repeat(n / 9)}`],
    ['an open document type', `<!DOCTYPE a [${'<!ENTITY a "b">'.repeat(n / 15)}`],
    [
      'an endless URI',
      good.replace(
        '</ceb:CEB505Message>',
        `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${'%41/?#'.repeat(n / 8)}"/></ds:SignedInfo></ds:Signature></ceb:CEB505Message>`,
      ),
    ],
    [
      'endless base64',
      good.replace(
        '</ceb:CEB505Message>',
        `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/><ds:SignatureValue>${'A '.repeat(n / 3)}!</ds:SignatureValue></ds:Signature></ceb:CEB505Message>`,
      ),
    ],
  ];
  // Half a second of an idle core; of a busy one it may be twice that. Time of this thread, not of the wall: others work too.
  const LIMIT = 1000;
  const used = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const timed = (read: (xml: string | Uint8Array) => unknown, xml: string | Uint8Array): number => {
    const start = used();
    read(xml);
    return used() - start;
  };
  const slow: string[] = [];
  for (const [name, xml] of garbage) {
    for (const read of [judge, readMessage, readDxp]) {
      let best = Infinity;
      for (let i = 0; i < 3 && best > LIMIT; i++) best = Math.min(best, timed(read, xml));
      if (best > LIMIT) slow.push(`${name}: ${Math.round(best)} ms in ${read.name}`);
    }
  }
  expect(slow).toEqual([]);
}, 60_000);
