import * as v from 'valibot';
import { CiteSchema, IdSchema } from '../../../i18n/text.ts';

const path = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/));
const word = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/), v.maxLength(80));
const caption = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const whole = (min: number, max: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.minValue(min), v.maxValue(max));

/** Calculators that a lesson may hold; the law behind each is in `simulator/law`. */
export const CALCULATORS = ['refund', 'exempt-eit', 'fx', 'margin', 'deadline'] as const;

/** What `:mark` may say of a number: illustrative, or a figure of our own model. */
export const MARK_TAGS = ['?', 'P'] as const;

export interface BlockKind {
  /** Inline chip, one line on its own, or a box around other content. */
  shape: 'text' | 'leaf' | 'container';
  /** Its attributes; anything else is a complaint. Values reach the page as properties of the same name. */
  attributes: v.GenericSchema<unknown, Record<string, string | number>>;
  /** Chips whose label is not prose but a name: the property that takes it, and its shape. */
  label?: { as: string; schema: v.GenericSchema<unknown, string> };
}

const none = v.strictObject({});
const box: BlockKind = {
  shape: 'container',
  attributes: v.strictObject({ title: v.exactOptional(caption) }),
};

/**
 * Every block that content may use, by the name that stands after the colons. This table is the whole
 * list: what is not in it stays plain text and is complained about.
 */
export const BLOCKS: Record<string, BlockKind> = {
  cite: { shape: 'text', attributes: none, label: { as: 'ref', schema: CiteSchema } },
  code: { shape: 'text', attributes: none, label: { as: 'ref', schema: word } },
  term: { shape: 'text', attributes: rename(v.strictObject({ id: IdSchema })) },
  mark: { shape: 'text', attributes: v.strictObject({ tag: v.picklist(MARK_TAGS) }) },
  machine: {
    shape: 'leaf',
    attributes: rename(
      v.strictObject({ id: path, start: v.exactOptional(word), height: v.exactOptional(whole(120, 1200)) }),
    ),
  },
  message: {
    shape: 'leaf',
    attributes: v.strictObject({
      type: v.pipe(v.string(), v.regex(/^\d{3}$/)),
      sample: word,
      fields: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w.]+(\s*,\s*[\w.]+)*$/), v.maxLength(1000))),
    }),
  },
  calculator: {
    shape: 'leaf',
    attributes: v.pipe(
      v.objectWithRest(
        { kind: v.picklist(CALCULATORS) },
        v.pipe(v.string(), v.maxLength(40), v.regex(/^[\w.:+-]*$/)),
      ),
      v.transform(({ kind, ...inputs }) => ({ kind, inputs: JSON.stringify(inputs) })),
    ),
  },
  question: { shape: 'leaf', attributes: rename(v.strictObject({ id: path })) },
  figure: { shape: 'leaf', attributes: v.strictObject({ name: IdSchema, title: v.exactOptional(caption) }) },
  decision: { shape: 'container', attributes: rename(v.strictObject({ id: IdSchema })) },
  note: box,
  warning: box,
  case: box,
  steps: box,
};

/** `id` in the text becomes `ref` on the page: ids on the page are ours alone. */
function rename<T extends { id: string }>(
  schema: v.GenericSchema<unknown, T>,
): v.GenericSchema<unknown, Record<string, string | number>> {
  return v.pipe(
    schema,
    v.transform(({ id, ...rest }) => ({ ref: id, ...rest }) as Record<string, string | number>),
  );
}
