import fc from 'fast-check';
import * as v from 'valibot';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { m } from '../paraglide/messages.js';
import {
  gradeQuestion,
  hideQuestion,
  QUESTION_KINDS,
  QuestionSchema,
  solveQuestion,
  type Question,
} from './index.ts';
import { keyOf } from './keys.ts';
import type { Answer, Verdict } from './kind.ts';
import type { ShownOutcome } from './shown.ts';
import { readNumber } from './numeric/grade.ts';

const kinds = Object.entries(QUESTION_KINDS).map(([type, kind]) => ({ type, example: kind.example }));

describe.each(kinds)('a question of type $type', ({ type, example }) => {
  const question = example.question as Question;

  test('is read from its file and refused when it is not whole', () => {
    expect(v.parse(QuestionSchema, structuredClone(question))).toEqual(question);
    expect(question.type).toBe(type);
    for (const key of Object.keys(question)) {
      const { [key as keyof Question]: _, ...rest } = question;
      if (key !== 'cites' && key !== 'near') expect(v.is(QuestionSchema, rest), `without ${key}`).toBe(false);
    }
    expect(v.is(QuestionSchema, { ...question, extra: 1 })).toBe(false);
  });

  test('is right when answered rightly', () => {
    const verdict = gradeQuestion(question, 'example', solveQuestion(question, 'example'));
    expect(verdict).toMatchObject({ right: true, missed: 0 });
    expect(Object.values((verdict as { marks: object }).marks)).not.toContain(false);
  });

  test.each(example.wrong.map((answer) => ({ answer })))('is wrong when answered $answer', ({ answer }) => {
    expect(gradeQuestion(question, 'example', answer)).toMatchObject({ right: false });
  });

  test.each(example.unjudged.map((answer) => ({ answer })))(
    'cannot be judged when answered $answer',
    ({ answer }) => {
      expect(gradeQuestion(question, 'example', answer)).toBeTypeOf('string');
    },
  );

  test('holds no answer when it goes to the browser', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const shown = JSON.stringify(hideQuestion(question, 'example', locale));
      expect(shown).not.toMatch(/CANARY|correct|feedback|answer|tolerance|near/);
      if (question.type === 'numeric') expect(shown).not.toContain(String(question.answer.value));
      // Ids that authors write may tell the answer.
      for (const id of shown.matchAll(/"key":"([^"]+)"/g)) expect(id[1]).toMatch(/^k[0-9a-z]+$/);
    }
  });

  test('is right or wrong but never breaks, whatever a form sends', () => {
    const fields = [
      ...Object.keys(solveQuestion(question, 'example')),
      'choice',
      'value',
      '__proto__',
      'place-',
      'pair-',
    ];
    const answers = fc.dictionary(
      fc.constantFrom(...fields),
      fc.array(fc.oneof(fc.string(), fc.constantFrom('1', '2', 'NaN', '-0')), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(answers, (answer) => {
        const verdict = gradeQuestion(question, 'example', answer);
        if (typeof verdict !== 'string') expect(verdict.remarks.length).toBeGreaterThan(0);
      }),
    );
  });
});

test('the order in which items are shown is never the answer, nor the order of the file', () => {
  const { question } = QUESTION_KINDS.order.example;
  for (let n = 0; n < 200; n += 1) {
    const shown = QUESTION_KINDS.order.hide(question, `q${n}`, 'en').items.map((item) => item.key);
    expect(shown).not.toEqual(question.items.map((item) => keyOf(`q${n}`, item.id)));
    expect(shown).toHaveLength(3);
  }
});

test('the right option stands in every place, over many questions', () => {
  const { question } = QUESTION_KINDS.single.example;
  const first = Array.from({ length: 400 }, (_, n) => {
    const [shown] = QUESTION_KINDS.single.hide(question, `q${n}`, 'en').options;
    return shown?.key === keyOf(`q${n}`, 'retail');
  }).filter(Boolean).length;
  expect(first).toBeGreaterThan(150);
  expect(first).toBeLessThan(250);
});

test.each([
  ['13000', 13000],
  [' 13,000.50 ', 13000.5],
  ['１３０００', 13000],
  ['13，000元', 13000],
  ['¥13000', 13000],
  ['US$1.5', 1.5],
  ['-5%', -5],
  ['−5', -5],
  ['.5', 0.5],
  ['12 kg', 12],
  ['', null],
  ['-', null],
  ['1e9', null],
  ['0x10', null],
  ['一百', null],
  ['1.2.3', null],
  ['5 or 6', null],
])('the number typed as "%s" is %s', (typed, value) => {
  expect(readNumber(typed)).toBe(value);
});

describe.each(kinds)('the page of a question of type $type', ({ type, example }) => {
  const question = example.question as Question;
  const draw = async (answer: Answer | null, outcome: ShownOutcome | null) => {
    const { default: Page } = (await import(`./${type}/Question.svelte`)) as {
      default: Component<Record<string, unknown>>;
    };
    return render(Page, { props: { question: hideQuestion(question, 'example', 'en'), answer, outcome } })
      .body;
  };

  test('shows the question and no answer', async () => {
    const html = await draw(null, null);
    expect(html).not.toContain('CANARY');
    expect(html).toMatch(/<(input|select)[^>]* name="(choice|value|place-|pair-)/);
  });

  test('is a form that a bare browser fills: its fields are those that are graded', async () => {
    const fields = [...(await draw(null, null)).matchAll(/ name="([^"]+)"/g)].map(([, name]) => name);
    for (const field of Object.keys(solveQuestion(question, 'example'))) expect(fields).toContain(field);
  });

  test('shows the remark when it was judged, and the answer that was given', async () => {
    for (const answer of [solveQuestion(question, 'example'), ...example.wrong]) {
      const verdict = gradeQuestion(question, 'example', answer) as Verdict;
      const remarks = verdict.remarks.map(({ text, ...rest }) => ({ ...rest, text: text.en }));
      const html = await draw(answer, { ...verdict, remarks, revealed: false });
      for (const { text, right } of remarks) {
        expect(html).toContain(text);
        expect(html).toContain(right ? m.question_right() : m.question_wrong());
      }
    }
  });
});
