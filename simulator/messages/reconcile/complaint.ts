/** How this folder complains: a finding with its values, its source, and the field that is to blame. */
import type { Finding } from '../../kernel/index.ts';

export type { Finding };

/** Where the sources of these checks stand. */
export const SPECIFICATION = 'ceb-202205';
export const TRUTH = 'gacc-2018-194#truthful-data';

export function complaint(
  code: string,
  at: string | null,
  params: Finding['params'],
  cites: readonly string[] = [SPECIFICATION],
): Finding {
  return { code, params, cites: [...cites], ...(at !== null && { at }) };
}

/** The same findings, seen from further out. */
export function under(prefix: string, findings: readonly Finding[]): Finding[] {
  return findings.map((f) => ({ ...f, at: f.at === undefined ? prefix : `${prefix}.${f.at}` }));
}
