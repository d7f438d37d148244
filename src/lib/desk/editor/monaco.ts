import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/xml/register';
import * as monaco from 'monaco-editor/editor';
import type { Code, PaperField } from '../view.ts';
import type { Complaint } from '../workshop.ts';
import { completionsAt, elementAt } from './assistance.ts';

// Monaco asks the window for its workers; XML needs only the plain one.
(self as typeof self & { MonacoEnvironment?: unknown }).MonacoEnvironment = {
  getWorker: () => new EditorWorker(),
};

export interface Opening {
  text: string;
  fields: readonly PaperField[];
  codes: Record<string, readonly Code[]>;
  label: string;
  /** The word for a field that the schema asks for. */
  required: string;
  onchange: (text: string) => void;
}

export interface XmlEditor {
  /** Shows another text; the caret stays when it is the same. */
  show(text: string): void;
  complain(complaints: readonly Complaint[]): void;
  dispose(): void;
}

/** Monaco on one message, with help from the grammar. Browser only. */
export function createXmlEditor(
  place: HTMLElement,
  { text, fields, codes, label, required, onchange }: Opening,
): XmlEditor {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const dark = getComputedStyle(document.documentElement).colorScheme.includes('dark');
  const model = monaco.editor.createModel(text, 'xml');
  const editor = monaco.editor.create(place, {
    model,
    ariaLabel: label,
    automaticLayout: true,
    minimap: { enabled: false },
    wordWrap: 'on',
    fontSize: 13,
    theme: dark ? 'vs-dark' : 'vs',
    scrollBeyondLastLine: false,
    fixedOverflowWidgets: true,
  });
  let showing = false;
  const typing = model.onDidChangeContent(() => {
    if (!showing) onchange(model.getValue());
  });

  const helpOf = ({ label: name, other, name: element, type, required: needed, hint }: PaperField): string =>
    [`**${name}** · ${other}`, `\`${element}\` · ${type}${needed ? ` · ${required}` : ''}`, hint]
      .filter(Boolean)
      .join('\n\n');
  const hover = monaco.languages.registerHoverProvider('xml', {
    provideHover(of, position) {
      const field = byName.get(elementAt(of.getLineContent(position.lineNumber), position.column) ?? '');
      return of === model && field ? { contents: [{ value: helpOf(field) }] } : null;
    },
  });
  const completion = monaco.languages.registerCompletionItemProvider('xml', {
    triggerCharacters: ['<', ':', '>'],
    provideCompletionItems(of, position) {
      const found =
        of === model
          ? completionsAt(of.getLineContent(position.lineNumber), position.column, fields, codes)
          : [];
      return {
        suggestions: found.map(({ label: name, detail, insert, from, to, kind }) => ({
          label: { label: name, description: detail },
          kind: monaco.languages.CompletionItemKind[kind === 'field' ? 'Field' : 'EnumMember'],
          insertText: insert,
          range: {
            startLineNumber: position.lineNumber,
            endLineNumber: position.lineNumber,
            startColumn: from,
            endColumn: to,
          },
        })),
      };
    },
  });

  return {
    show(next) {
      if (next === model.getValue()) return;
      showing = true;
      model.setValue(next);
      showing = false;
    },
    complain(complaints) {
      const last = model.getLineCount();
      monaco.editor.setModelMarkers(
        model,
        'ceb',
        complaints.map(({ line, column, title }) => ({
          severity: monaco.MarkerSeverity.Error,
          message: title,
          startLineNumber: Math.min(Math.max(1, line), last),
          endLineNumber: Math.min(Math.max(1, line), last),
          startColumn: Math.max(1, column),
          endColumn: model.getLineMaxColumn(Math.min(Math.max(1, line), last)),
        })),
      );
    },
    dispose() {
      for (const part of [typing, hover, completion, editor, model]) part.dispose();
    },
  };
}
