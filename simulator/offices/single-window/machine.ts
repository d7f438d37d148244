/** 单一窗口: one access point, one submission. It checks form, answers first, hands on to customs, brings receipts. */
export const chart = {
  id: 'ingress',
  initial: 'open',
  states: {
    open: {
      meta: { office: 'window', cites: ['gacc-2018-113#message-family'] },
      on: {
        transmit: { actions: 'takeIn' },
        SEND: { actions: 'takeIn' },
        FORM_REFUSED: { actions: 'answer900' },
        TAKEN: { actions: 'answerFirst' },
        RECEIPT: { actions: 'bringReceipt' },
        RESULT: { actions: 'bringResult' },
      },
    },
  },
};
