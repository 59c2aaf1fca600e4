import type { JsonObject } from '../json.ts';
import type { Call } from './call.ts';
import { HANDLERS } from './handlers.ts';
import { pageOf } from './pager.ts';
import { narrow } from './selection.ts';
import { wholeAnswer } from './whole-answer.ts';

/** The output of a call: a handler's, or the account's answer for the operation, narrowed to what was asked and cut to a page. */
export function answer(call: Call): JsonObject {
  const handler = HANDLERS[`${call.service}:${call.operation.name}`];
  if (handler !== undefined) return handler(call);
  return pageOf(call, narrow(call, wholeAnswer(call)));
}
