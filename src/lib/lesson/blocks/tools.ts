/** Blocks that only some lessons have: fetched together, and only for those. */
export { default as calculator } from './Calculator.svelte';
export { default as message } from './Message.svelte';
