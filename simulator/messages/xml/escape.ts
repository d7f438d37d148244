/** Text → XML text. Whatever comes in, what goes out is well-formed. */
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text as it may stand in an element. A carriage return would be read back as a line feed, so it is named. */
export function text(value: string): string {
  return PLAIN.test(value) ? value : xmlCharacters(value).replace(/[&<>\r]/g, (c) => ESCAPES[c]!);
}

/** Text as it may stand between double quotes: blanks other than the space would be read back as spaces. */
export function attribute(value: string): string {
  return PLAIN.test(value) ? value : xmlCharacters(value).replace(/[&<>"\r\n\t]/g, (c) => ESCAPES[c]!);
}

/** Nothing in it needs a second look: letters of any script but the odd planes, no mark-up, no control character. */
const PLAIN = /^[ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd]*$/;

/** Characters that XML 1.0 can't hold (controls, halves of pairs) become the replacement character. */
export function xmlCharacters(value: string): string {
  // eslint-disable-next-line no-control-regex -- these are exactly the characters that XML 1.0 forbids
  return value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}
