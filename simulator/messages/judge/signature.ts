/** The ds:Signature part of the schema (XML-Signature core, 2002), so far as a message can hold it. */
import {
  any,
  choice,
  contentType,
  declaration,
  DS,
  element,
  sequence,
  textType,
  XS,
  type AttributeRule,
  type Declaration,
  type Particle,
  type Type,
} from './model.ts';
import { faultOfBase64, faultOfId, faultOfInteger, faultOfUri, noFault } from './plain-types.ts';

const base64 = textType(faultOfBase64, true);
const string = textType(noFault);
const integer = textType(faultOfInteger, true);
const id: AttributeRule = { local: 'Id', required: false, check: faultOfId, unique: true };
const uri = (local: string, required = false): AttributeRule => ({ local, required, check: faultOfUri });

const free = (local: string): AttributeRule => ({ local, required: false, check: noFault });

const declarations = new Map<string, Declaration>();
const types = new Map<string, Type>();

function define(local: string, type: Type, typeName: string | null): void {
  declarations.set(local, declaration(DS, local, type, { typeName }));
  if (typeName?.startsWith(`{${DS}}`)) types.set(typeName, type);
}
const complex = (local: string, type: Type) => define(local, type, `{${DS}}${local}Type`);
const ref = (local: string, min = 1, max = 1): Particle =>
  element(DS, local, () => declarations.get(local)!, min, max);
/** A local element: its type is what counts, its name means nothing elsewhere. */
const local = (name: string, type: Type, typeName: string | null, min = 1): Particle => {
  const d = declaration(DS, name, type, { typeName });
  return element(DS, name, () => d, min, 1);
};
const crypto = (name: string, min = 1) => local(name, base64, `{${DS}}CryptoBinary`, min);
const bytes = (name: string, min = 1) => local(name, base64, `{${XS}}base64Binary`, min);
const words = (name: string) => local(name, string, `{${XS}}string`);
const other = (min = 1, max = 1) => any(DS, true, min, max);
const MANY = Infinity;

complex(
  'Signature',
  contentType(sequence([ref('SignedInfo'), ref('SignatureValue'), ref('KeyInfo', 0)]), [id]),
);
complex('SignatureValue', base64);
complex(
  'SignedInfo',
  contentType(sequence([ref('CanonicalizationMethod'), ref('SignatureMethod'), ref('Reference', 1, MANY)])),
);
for (const method of ['CanonicalizationMethod', 'SignatureMethod', 'DigestMethod']) {
  complex(method, contentType(null, [uri('Algorithm', true)], true));
}
complex(
  'Reference',
  contentType(sequence([ref('Transforms', 0), ref('DigestMethod'), ref('DigestValue')]), [
    id,
    uri('URI'),
    uri('Type'),
  ]),
);
complex('Transforms', contentType(sequence([ref('Transform', 1, MANY)])));
complex('Transform', contentType(choice([other(), words('XPath')], 0, MANY), [uri('Algorithm', true)], true));
complex('DigestValue', base64);
complex(
  'KeyInfo',
  contentType(
    choice(
      [
        ...['KeyName', 'KeyValue', 'RetrievalMethod', 'X509Data', 'PGPData', 'SPKIData', 'MgmtData'].map(
          (n) => ref(n),
        ),
        other(),
      ],
      1,
      MANY,
    ),
    [],
    true,
  ),
);
define('KeyName', string, `{${XS}}string`);
define('MgmtData', string, `{${XS}}string`);
complex('KeyValue', contentType(choice([ref('DSAKeyValue'), ref('RSAKeyValue'), other()]), [], true));
complex('RetrievalMethod', contentType(sequence([ref('Transforms', 0)]), [uri('URI'), uri('Type')]));
const issuerSerial = contentType(
  sequence([words('X509IssuerName'), local('X509SerialNumber', integer, `{${XS}}integer`)]),
);
types.set(`{${DS}}X509IssuerSerialType`, issuerSerial);
complex(
  'X509Data',
  contentType(
    sequence(
      [
        choice([
          local('X509IssuerSerial', issuerSerial, `{${DS}}X509IssuerSerialType`),
          bytes('X509SKI'),
          words('X509SubjectName'),
          bytes('X509Certificate'),
          bytes('X509CRL'),
          other(),
        ]),
      ],
      1,
      MANY,
    ),
  ),
);
complex(
  'PGPData',
  contentType(
    choice([
      sequence([bytes('PGPKeyID'), bytes('PGPKeyPacket', 0), other(0, MANY)]),
      sequence([bytes('PGPKeyPacket'), other(0, MANY)]),
    ]),
  ),
);
complex('SPKIData', contentType(sequence([bytes('SPKISexp'), other(0)], 1, MANY)));
complex(
  'DSAKeyValue',
  contentType(
    sequence([
      sequence([crypto('P'), crypto('Q')], 0),
      crypto('G', 0),
      crypto('Y'),
      crypto('J', 0),
      sequence([crypto('Seed'), crypto('PgenCounter')], 0),
    ]),
  ),
);
complex('RSAKeyValue', contentType(sequence([crypto('Modulus'), crypto('Exponent')])));
// A message has no place for these three; inside a strange element of KeyInfo they would be judged all the same.
complex(
  'Object',
  contentType(sequence([any(null, true)], 0, MANY), [id, free('MimeType'), uri('Encoding')], true),
);
complex('Manifest', contentType(sequence([ref('Reference', 1, MANY)]), [id]));
complex('SignatureProperties', contentType(sequence([ref('SignatureProperty', 1, MANY)]), [id]));
complex('SignatureProperty', contentType(choice([other()], 1, MANY), [uri('Target', true), id], true));
types.set(`{${DS}}CryptoBinary`, base64);

/** An element of the signature namespace that has a declaration of its own. */
export function findSignatureElement(local: string): Declaration | null {
  return declarations.get(local) ?? null;
}

export function findSignatureType(name: string): Type | null {
  return types.get(name) ?? null;
}
