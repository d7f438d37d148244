import { test } from 'vitest';
import { readContentFolder } from '/work/main/src/lib/server/library/folder.ts';
import * as L from '/work/main/src/lib/server/library/library.ts';
import { checkLibrary } from '/work/main/src/lib/server/library/check.ts';
test('x', () => { const f = readContentFolder('/work/main/content'); const lib = (L as any).loadLibrary?.(f) ?? (L as any).readLibrary?.(f) ?? (L as any).buildLibrary?.(f);
 const e = checkLibrary(lib, { figures: new Set(), machines: new Set() }); console.log(JSON.stringify(e.filter((x) => /findings-messages|fields\.yaml/.test(x.file)), null, 1)); console.log('all', e.length) });
