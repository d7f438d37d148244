/** What the parser complains of, as codes: its own words are English and not for learners. */
export type FaultCode =
  | 'xmlEmpty'
  | 'xmlDoctype'
  | 'xmlTooDeep'
  | 'xmlCutOff'
  | 'xmlTagMismatch'
  | 'xmlEntityUndefined'
  | 'xmlCharacterForbidden'
  | 'xmlAttributeTwice'
  | 'xmlAttributeUnquoted'
  | 'xmlPrefixUnknown'
  | 'xmlTextOutside'
  | 'xmlNotWellFormed';

export interface Fault {
  readonly code: FaultCode;
  readonly params: Record<string, string | number>;
}

const PATTERNS: readonly (readonly [pattern: RegExp, code: FaultCode, param?: string])[] = [
  [/^document must contain a root element/, 'xmlEmpty'],
  [/^unclosed tag: (.*)$/, 'xmlCutOff', 'name'],
  [/^unexpected end/, 'xmlCutOff'],
  [/^unmatched closing tag: (.*)\.$/, 'xmlTagMismatch', 'name'],
  [/^unexpected close tag/, 'xmlTagMismatch'],
  [/entity/, 'xmlEntityUndefined'],
  [/^disallowed character\.$/, 'xmlCharacterForbidden'],
  [/^duplicate attribute: (.*)\.$/, 'xmlAttributeTwice', 'attribute'],
  [/^(?:unquoted attribute value|attribute without value)/, 'xmlAttributeUnquoted'],
  [/^unbound namespace prefix: "?(.*?)"?\.$/, 'xmlPrefixUnknown', 'prefix'],
  [/^(?:text data outside of root node|documents may contain only one root)/, 'xmlTextOutside'],
];

/** Code for a message of the parser; what has none of its own is `xmlNotWellFormed` with the message as reason. */
export function faultFor(message: string): Fault {
  for (const [pattern, code, param] of PATTERNS) {
    const m = pattern.exec(message);
    if (m) return { code, params: param ? { [param]: (m[1] ?? '').slice(0, 60) } : {} };
  }
  return { code: 'xmlNotWellFormed', params: { reason: message.slice(0, 120) } };
}
