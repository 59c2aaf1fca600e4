import { parseJson } from '../json-input.ts';
import { renderJson } from '../json-output.ts';
import type { Protocol, WireRequest } from '../protocol.ts';
import { faultType, jsonAnswer } from '../wire-answer.ts';

/** JSON in, JSON out, the operation in `X-Amz-Target`. Version 1.0 is CloudWatch's, which also keeps the error codes of its Query days. */
export function jsonRpc(version: '1.0' | '1.1'): Protocol {
  const contentType = `application/x-amz-json-${version}`;
  const operationName = (request: WireRequest): string | undefined => request.target?.split('.').pop();
  return {
    operationName,
    read(operations, request) {
      const operation = operations.find(operationName(request) ?? '');
      return operation && { operation, input: parseJson(operation.input, JSON.parse(request.body === '' ? '{}' : request.body)) };
    },
    output: (operation, output, { requestId }) => jsonAnswer(200, requestId, contentType, renderJson(operation.output, output)),
    fault({ code, status, message }, { requestId }) {
      const queryError = version === '1.0' ? { 'x-amzn-query-error': `${code};${faultType(status)}` } : {};
      return jsonAnswer(status, requestId, contentType, { __type: code, message }, queryError);
    },
  };
}
