import { send, type Effect, type Json } from '../../kernel/index.ts';
import type { CebMessage } from '../../messages/message.ts';

/** The carrier hands a message to the single window. */
export const asSent = (message: CebMessage): Effect =>
  send('window', { type: 'SEND', from: 'carrier', message: message as unknown as Json });
