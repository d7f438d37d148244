import type { SubmitFunction } from '@sveltejs/kit';

/** After an action the page is loaded anew and the form is left as it is: a reset would show the old choice. */
export const keepChoices: SubmitFunction = () => {
  return ({ update }) => update({ reset: false });
};
