/**
 * The official schemas (202205) as an oracle, by libxml2. The project doesn't hold them: they lie beside it in
 * `../shared/ceb`, or where CEB_SCHEMAS points. Where they are absent, tests that need them are skipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XmlBufferInputProvider, XmlDocument, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm';

const SCHEMAS = ['export', 'import', 'terminal', 'node'] as const;
export type SchemaName = (typeof SCHEMAS)[number];

const beside = fileURLToPath(new URL('../../../shared/ceb', import.meta.url));
const home = process.env['CEB_SCHEMAS'] ?? beside;
const folder = join(home, 'xsd-2022');

export const hasOfficialSchema = SCHEMAS.every((name) => existsSync(join(folder, `${name}.xsd`)));

if (!hasOfficialSchema) {
  console.log(`Not compared with the official schemas: there are none in ${folder} (set CEB_SCHEMAS)`);
}

/** Official samples of 2018, by family and file name. */
export function officialSamples(): { family: 'export' | 'import'; file: string; bytes: Uint8Array }[] {
  const samples = join(home, 'samples-2018');
  return (['export', 'import'] as const).flatMap((family) =>
    existsSync(join(samples, family))
      ? readdirSync(join(samples, family)).map((file) => ({
          family,
          file,
          bytes: new Uint8Array(readFileSync(join(samples, family, file))),
        }))
      : [],
  );
}

export interface OfficialSchema {
  /** Null when it accepts; else what it says. Text that is no XML is refused too. */
  faultIn: (schema: SchemaName, xml: string | Uint8Array) => string | null;
  [Symbol.dispose]: () => void;
}

/** Loads the schemas. Everything that libxml2 holds lies outside the garbage collector: dispose of it. */
export function openOfficialSchema(): OfficialSchema {
  const file = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  const names = [...SCHEMAS.map((name) => `${name}.xsd`), 'xmldsig-core-schema.xsd'];
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(Object.fromEntries(names.map((name) => [`mem:/${name}`, file(name)]))),
  );
  const validators = new Map<SchemaName, XsdValidator>();
  const validatorOf = (schema: SchemaName): XsdValidator => {
    let validator = validators.get(schema);
    if (!validator) {
      const xsd = XmlDocument.fromBuffer(file(`${schema}.xsd`), { url: `mem:/${schema}.xsd` });
      validator = XsdValidator.fromDoc(xsd);
      xsd.dispose();
      validators.set(schema, validator);
    }
    return validator;
  };
  return {
    faultIn: (schema, xml) => {
      let doc: XmlDocument | null = null;
      try {
        doc = typeof xml === 'string' ? XmlDocument.fromString(xml) : XmlDocument.fromBuffer(xml);
        validatorOf(schema).validate(doc);
        return null;
      } catch (e) {
        return (e as Error).message.trim() || 'refused';
      } finally {
        doc?.dispose();
      }
    },
    [Symbol.dispose]: () => {
      for (const validator of validators.values()) validator.dispose();
      validators.clear();
    },
  };
}
