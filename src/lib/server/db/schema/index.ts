export * from './accounts.ts';
export * from './classes.ts';
export * from './learning.ts';
export * from './runs.ts';
export * from './ventures.ts';
