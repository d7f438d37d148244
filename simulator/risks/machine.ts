const meta = (office: string, ...cites: string[]) => ({ office, cites });

/** Fate: which of the scenario's risks befall the run, and when. */
export const engineChart = {
  id: 'engine',
  initial: 'watching',
  states: {
    watching: {
      meta: meta('exporter', 'dryport-model'),
      entry: 'castLots',
      on: { BEFALLS: { actions: 'begin' } },
    },
  },
};

/** One risk event: signs first, then the event, then what the firm makes of it. */
export const eventChart = {
  id: 'event',
  initial: 'brewing',
  states: {
    brewing: { meta: meta('exporter', 'dryport-model'), entry: 'showSigns', on: { BREAKS_OUT: 'open' } },
    open: {
      meta: meta('exporter', 'dryport-model'),
      entry: 'breakOut',
      on: {
        answerRisk: { target: 'settling', actions: 'takeChoice' },
        TERM_OVER: { target: 'settling', actions: 'takeSilence' },
      },
    },
    settling: { meta: meta('exporter', 'dryport-model'), entry: 'settle', on: { DONE: 'closed' } },
    closed: { type: 'final' as const, meta: meta('exporter', 'dryport-model'), entry: 'report' },
  },
};
