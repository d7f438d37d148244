export * from './accounts.ts';
export * from './classes.ts';
