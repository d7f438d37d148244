import { chartOf } from '../kernel/index.ts';
import { MODES, type ModeId } from '../modes/index.ts';
import { wordsOf } from './files.ts';

type Locale = 'zh-CN' | 'en';

/** A mode as text: its machines with states, who acts, the rules of its moves with their citations, its papers. */
export function tellMode(id: ModeId, locale: Locale): string {
  const mode = MODES[id];
  const [states, moves, findings, papers] = ['states', 'moves', 'findings', 'papers'].map((namespace) =>
    wordsOf(namespace, locale),
  ) as [
    ReturnType<typeof wordsOf>,
    ReturnType<typeof wordsOf>,
    ReturnType<typeof wordsOf>,
    ReturnType<typeof wordsOf>,
  ];
  const lines: string[] = [`${id} (${mode.code})`, ''];
  for (const { name, machine, moves: specs } of mode.definitions) {
    lines.push(`# ${name}`);
    for (const node of chartOf(machine).nodes) {
      if (node.office === '') continue;
      lines.push(
        `  ${node.id} ${states(`${name}.${node.id}`).title} · ${node.office} · ${node.cites.join(', ')}`,
      );
    }
    for (const [type, spec] of Object.entries(specs)) {
      lines.push(`  > ${type} ${moves(`${name}.${type}`).title} · ${spec.cites.join(', ')}`);
      for (const rule of spec.rules)
        lines.push(`      ${rule.code} ${findings(rule.code).title} · ${rule.cites.join(', ')}`);
    }
    lines.push('');
  }
  lines.push('# papers', ...mode.papers.map((paper) => `  CEB${paper} ${papers(`CEB${paper}`).title}`));
  return lines.join('\n');
}
