import { join, relative } from 'node:path';
import ts from 'typescript';
import { BREACHES } from '../../simulator/law/penalty.ts';
import { chartOf, type Definition } from '../../simulator/kernel/index.ts';
import { codesOf, type MessageType } from '../../simulator/messages/index.ts';
import { negativeCode } from '../../simulator/messages/receipts/negative-codes.ts';
import { MODE_IDS } from '../../simulator/modes/index.ts';
import { RISKS } from '../../simulator/risks/index.ts';
import { GRADES } from '../../simulator/scoring/score.ts';
import { ACCOUNT_NAMES } from '../../simulator/trade/accounts.ts';
import { CERTIFICATES } from '../../simulator/trade/certificates.ts';
import { BANDS, DIMENSIONS } from '../../simulator/trade/credit.ts';
import { CREDIT_EVENTS } from '../../simulator/trade/credit-events.ts';
import { GOODS_PLACES } from '../../simulator/trade/goods.ts';
import { HS_MISTAKES } from '../../simulator/trade/product.ts';
import { DETOURS, MILESTONES } from '../../simulator/trade/tracking.ts';
import { CREDIT_CLASSES } from '../../simulator/law/index.ts';
import { CUSTOMS_EVENTS } from '../../simulator/offices/zone/customs-class.ts';
import { formOf, MISMATCHES } from '../../simulator/views/index.ts';
import { definitionsFor } from '../../simulator/world.ts';

/**
 * Every code that the simulator can hand out, by namespace of content/words: read from the charts and lists themselves
 * and, where a code stands in a call, from the source by TypeScript's own parser, which also knows what comes with it.
 */
export interface Code {
  /** Any of these will do, `namespace key`; the first is the one to write. */
  keys: string[];
  /** Names of the values that always come with the code; null where that is not known before it runs. */
  params: Set<string> | null;
  where: string;
}

export type CodesByNamespace = Map<string, Map<string, Code>>;

/** Messages that a record may come in by, and what answers them. */
const REQUESTS: readonly (readonly [MessageType, MessageType])[] = [
  ['303', '304'], ['403', '404'], ['505', '506'], ['603', '604'], ['605', '606'], ['507', '508'], ['509', '510'], ['607', '608'], ['701', '702'],
]; // prettier-ignore

interface More {
  params?: Set<string> | null;
  /** Other places where the desk looks when the first has nothing, `namespace key`. */
  others?: string[];
}

class Codes {
  readonly byNamespace: CodesByNamespace = new Map();

  /** The same code from several places: a text may use only what each of them gives. */
  add(namespace: string, key: string, where: string, { params = new Set(), others = [] }: More = {}): void {
    const codes = this.byNamespace.get(namespace) ?? new Map<string, Code>();
    this.byNamespace.set(namespace, codes);
    const known = codes.get(key);
    codes.set(key, {
      keys: [`${namespace} ${key}`, ...others],
      params: known ? inBoth(known.params, params) : params,
      where: known?.where ?? where,
    });
  }
}

function inBoth(some: Set<string> | null, others: Set<string> | null): Set<string> | null {
  if (!some || !others) return null;
  return new Set([...some].filter((name) => others.has(name)));
}

/** All codes of all modes. @param root the checkout */
export function collectCodes(root: string): CodesByNamespace {
  const codes = new Codes();
  fromSource(codes, root);
  fromLists(codes);
  for (const definition of allDefinitions()) fromChart(codes, definition);
  return codes.byNamespace;
}

const allDefinitions = (): Definition[] => [
  ...new Map(
    MODE_IDS.flatMap((mode) => definitionsFor(mode)).map((definition) => [definition.name, definition]),
  ).values(),
];

// ---- what charts and lists say

function fromChart(codes: Codes, { name, machine, moves }: Definition): void {
  codes.add('machines', name, name);
  const { nodes, edges } = chartOf(machine);
  for (const node of nodes) {
    codes.add('states', `${name}.${node.id}`, name);
    if (node.office) codes.add('offices', node.office, `${name}.${node.id}`);
  }
  for (const { event, guard, from, to } of edges) {
    if (guard) codes.add('guards', `${name}.${guard}`, name, { others: [`guards ${guard}`] });
    // A way back to the same state is not drawn, and moves have words of their own.
    if (event !== '' && from !== to && !moves[event])
      codes.add('letters', `${name}.${event}`, name, { others: [`letters ${event}`] });
  }
  for (const [type, spec] of Object.entries(moves)) {
    codes.add('moves', `${name}.${type}`, name);
    // Most rules were read in the source, with their values; the rest gets its code from a list there.
    for (const { code } of spec.rules)
      if (!codes.byNamespace.get('findings')?.has(code))
        codes.add('findings', code, `${name}.${type}`, { params: null });
    for (const field of formOf(spec)) {
      const key = `${type}.${field.name}`;
      codes.add('inputs', key, name, { others: [`forms ${key}`] });
      for (const option of field.options) {
        const value = `${field.name}.${option}`;
        codes.add('options', value, `${name}.${type}`, {
          others: [`choices ${value}`, `options ${option}`, `choices ${option}`],
        });
      }
    }
  }
}

function fromLists(codes: Codes): void {
  const list = (namespace: string, keys: readonly string[]): void =>
    keys.forEach((key) => codes.add(namespace, key, 'simulator'));
  list('accounts', ACCOUNT_NAMES);
  list('breaches', BREACHES);
  list('certificates', CERTIFICATES);
  list('creditClasses', [...CREDIT_CLASSES, ...BANDS.map(([band]) => band)]);
  list('creditEvents', [
    ...Object.keys(CREDIT_EVENTS),
    ...Object.keys(CUSTOMS_EVENTS),
    ...RISKS.map(({ id }) => `risk:${id}`),
  ]);
  list('dimensions', DIMENSIONS);
  list('grades', GRADES);
  list('milestones', [...MILESTONES, ...DETOURS]);
  for (const mismatch of MISMATCHES)
    codes.add('mismatches', mismatch, 'views/flows.ts', { params: new Set(['left', 'right']) });
  list('mistakes', HS_MISTAKES);
  list('places', GOODS_PLACES);
  list('statuses', Object.keys(codesOf('returnStatus')));
  list(
    'receipts',
    Object.keys(codesOf('returnStatus'))
      .flatMap((status) => [`status.${status}`, `604.${status}`])
      .filter((key) => key !== '604.505'),
  );
  list('verdicts', ['best', 'acceptable', 'wrong', 'ignored']);
  for (const { id, signs, options } of RISKS) {
    list('risks', [
      id,
      ...signs.map((sign) => `${id}.sign.${sign}`),
      ...Object.keys(options).map((option) => `${id}.option.${option}`),
    ]);
    list(
      'risks',
      ['best', 'acceptable', 'wrong', 'ignored'].map((verdict) => `${id}.outcome.${verdict}`),
    );
  }
}

// ---- what the source says

/** No page shows what rehearsal and terminal say; law and messages try their own words in their own tests. */
const ELSEWHERE = /^simulator\/(terminal|rehearsal|law|messages)\//;

function fromSource(codes: Codes, root: string): void {
  const program = ts.createProgram([join(root, 'simulator/world.ts'), join(root, 'simulator/views/index.ts')], {
    target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true, noEmit: true, strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true, types: [],
  }); // prettier-ignore
  const checker = program.getTypeChecker();
  for (const source of program.getSourceFiles()) {
    const path = relative(root, source.fileName);
    if (!path.startsWith('simulator/') || ELSEWHERE.test(path)) continue;
    new Reader(codes, checker, path, source).read();
  }
}

/** Reads the calls of one file that hand out codes. */
class Reader {
  private readonly makers = new Map<string, { place: number; check: ts.Expression | undefined }>();
  private readonly codes: Codes;
  private readonly checker: ts.TypeChecker;
  private readonly path: string;
  private readonly source: ts.SourceFile;

  constructor(codes: Codes, checker: ts.TypeChecker, path: string, source: ts.SourceFile) {
    this.codes = codes;
    this.checker = checker;
    this.path = path;
    this.source = source;
  }

  read(): void {
    this.each(this.source, (node) => this.findMaker(node));
    this.each(this.source, (node) => {
      if (ts.isCallExpression(node)) this.readCall(node);
      if (ts.isObjectLiteralExpression(node)) this.readObject(node);
      if (ts.isVariableDeclaration(node) && node.name.getText() === 'PORT_FAULTS' && node.initializer)
        this.readPortFaults(node.initializer);
    });
  }

  private each(node: ts.Node, visit: (node: ts.Node) => void): void {
    visit(node);
    ts.forEachChild(node, (child) => this.each(child, visit));
  }

  /** Functions that take a code and make a rule of it: `onEachList('listNotClosed', …)`. */
  private findMaker(node: ts.Node): void {
    if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isArrowFunction(node.initializer)) return;
    const { parameters, body } = node.initializer;
    this.each(body, (inner) => {
      if (!ts.isCallExpression(inner) || inner.expression.getText() !== 'rule') return;
      const place = parameters.findIndex((item) => item.name.getText() === inner.arguments[0]?.getText());
      if (place >= 0) this.makers.set(node.name.getText(), { place, check: inner.arguments[2] });
    });
  }

  private add(namespace: string, key: string, params: Set<string> | null = new Set()): void {
    this.codes.add(namespace, key, this.path, { params });
  }

  /** `keyTaken: [10, …]`: a complaint, and the number with which a receipt of each message says it. */
  private readPortFaults(table: ts.Expression): void {
    this.each(table, (item) => {
      if (!ts.isPropertyAssignment(item)) return;
      this.add('findings', item.name.getText(), null);
      const number = Number(/\d+/.exec(item.initializer.getText())?.[0]);
      for (const [message, receipt] of REQUESTS)
        this.add('receipts', `${receipt}.${negativeCode(message, 'processing', number)}`);
    });
  }

  private readCall(call: ts.CallExpression): void {
    const [first, second, third] = call.arguments;
    const name = ts.isPropertyAccessExpression(call.expression)
      ? call.expression.name.text
      : call.expression.getText();
    const maker = this.makers.get(name);
    if (maker)
      for (const code of textsOf(call.arguments[maker.place]))
        this.add('findings', code, this.answersOf(maker.check));
    switch (name) {
      case 'rule':
        for (const code of textsOf(first)) this.add('findings', code, this.answersOf(third));
        return;
      case 'finding':
        for (const code of textsOf(first)) this.add('findings', code, this.namesOf(second));
        return;
      case 'note':
        for (const code of textsOf(first)) this.add('notes', code, second ? this.namesOf(second) : new Set());
        return;
      case 'post':
      case 'postClaim':
      case 'paid':
        for (const memo of textsOf(first)) this.add('memos', memo);
        return;
      case 'postCost':
        for (const memo of textsOf(second)) this.add('memos', memo);
        return;
      case 'creditLetter':
        for (const code of textsOf(first)) this.add('creditEvents', code);
        return;
      case 'end':
        for (const outcome of textsOf(first)) this.add('outcomes', outcome);
        return;
      case 'chance':
      case 'between':
      case 'lot':
        for (const stream of textsOf(name === 'lot' ? second : first))
          this.add('draws', stream.replace(/:.*/, ''));
        return;
      case 'stream':
        for (const stream of textsOf(second)) this.add('draws', stream);
        return;
      case 'answer':
        // An office of simulator/offices/registration answers after `<office>-time`.
        if (this.path.includes('/registration/'))
          for (const office of textsOf(second)) this.add('draws', `${office}-time`);
        return;
      case 'filePaper':
      case 'paper':
        for (const kind of textsOf(second)) this.add('papers', kind);
        return;
    }
  }

  /** A finding, a posting, a paper or a letter to the zone, by the keys that it has. */
  private readObject(object: ts.ObjectLiteralExpression): void {
    const of = (name: string): ts.Expression | undefined => {
      const found = object.properties.find((item) => item.name?.getText() === name);
      if (!found) return undefined;
      return ts.isPropertyAssignment(found)
        ? found.initializer
        : ts.isShorthandPropertyAssignment(found)
          ? found.name
          : undefined;
    };
    const code = of('code');
    if (of('params') && of('cites'))
      for (const text of textsOf(code)) this.add('findings', text, this.namesOf(of('params')));
    if (of('memo') && of('lines')) for (const text of textsOf(of('memo'))) this.add('memos', text);
    if (of('subject') && of('body')) {
      for (const kind of textsOf(of('kind'))) this.add('papers', kind);
      if (!of('kind')?.getText().includes('CEB')) this.addFacts(of('body')!);
    }
    const type = textsOf(of('type'))[0];
    if (type === 'CREDIT' || type === 'CUSTOMS_EVENT')
      for (const text of textsOf(code)) if (!text.endsWith(':')) this.add('creditEvents', text);
  }

  /** What stands on a paper that is no message: the desk lists it by name. */
  private addFacts(body: ts.Expression): void {
    for (const { name } of this.checker.getTypeAtLocation(body).getProperties()) {
      if (
        !['xml', 'message', 'findings', 'status', 'info'].includes(name) &&
        ts.isObjectLiteralExpression(body)
      )
        this.add('facts', name);
    }
  }

  /** Names of the values that a check gives whenever it complains. */
  private answersOf(check: ts.Expression | undefined): Set<string> | null {
    const signature = check && this.checker.getTypeAtLocation(check).getCallSignatures()[0];
    if (!signature || !check || !ts.isArrowFunction(check)) return null;
    const own = this.checker.getSignatureFromDeclaration(check) ?? signature;
    const names = this.namesOfType(own.getReturnType());
    names?.delete('at');
    return names;
  }

  private namesOf(node: ts.Expression | undefined): Set<string> | null {
    return node ? this.namesOfType(this.checker.getTypeAtLocation(node)) : null;
  }

  /** Null where the type says no more than "some values". */
  private namesOfType(type: ts.Type): Set<string> | null {
    const answers = (type.isUnion() ? type.types : [type]).filter(
      (item) => !(item.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)),
    );
    if (answers.length === 0 || answers.some((item) => item.getStringIndexType())) return null;
    const names = answers.map(
      (item) =>
        new Set(
          item
            .getProperties()
            .filter(({ flags }) => !(flags & ts.SymbolFlags.Optional))
            .map(({ name }) => name),
        ),
    );
    return names.reduce((all, some) => new Set([...all].filter((name) => some.has(name))));
  }
}

/** The texts that an expression may stand for: literals, either side of a condition, the fixed head of a template. */
function textsOf(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  // `inspection:${key}` names its stream before the colon; other templates are made of lists that are read above.
  if (ts.isTemplateExpression(node) && /^[\w-]+:$/.test(node.head.text)) return [node.head.text];
  return [];
}
