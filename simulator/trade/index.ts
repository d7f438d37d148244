/** The nouns that all trade shares. Pure: no clock, no dice, no language. */
export * from './accounts.ts';
export * from './calendar.ts';
export * from './decimal.ts';
export * from './fx.ts';
export * from './goods.ts';
export * from './hs-code.ts';
export * from './incoterm.ts';
export * from './ledger.ts';
export * from './money.ts';
export * from './party.ts';
export * from './product.ts';
export * from './tag.ts';
export * from './time.ts';
export * from './time-format.ts';
export * from './weight.ts';
