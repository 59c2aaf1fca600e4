import { parseRest } from '../json-input.ts';
import { renderJson } from '../json-output.ts';
import type { Protocol } from '../protocol.ts';
import type { Member, Operation } from '../shape.ts';
import { faultType, jsonAnswer, namespaceAttribute, xmlAnswer } from '../wire-answer.ts';
import { escapeXml, renderXml } from '../xml-output.ts';

/** Method and path say the operation. A member with the `httpPayload` trait is the whole body. XML bodies are not read: no read operation sends one. */
export function rest(format: 'json' | 'xml'): Protocol {
  return {
    operationName: () => undefined,
    read(operations, request) {
      const found = operations.match(request.method, request.path);
      if (found === undefined) return undefined;
      const body: unknown = format === 'json' && request.body !== '' ? JSON.parse(request.body) : {};
      return { operation: found.operation, input: parseRest(found.operation, found.labels, request.query, body) };
    },
    output(operation, output, { requestId, xmlNamespace }) {
      const payload = payloadOf(operation);
      const shape = payload?.shape() ?? operation.output;
      const value = payload === undefined ? output : output[payload.name];
      if (format === 'json') return jsonAnswer(200, requestId, 'application/json', renderJson(shape, value));
      const root = payload?.name ?? `${operation.name}Response`;
      return xmlAnswer(200, requestId, `<${root}${namespaceAttribute(xmlNamespace)}>${renderXml(shape, value)}</${root}>`);
    },
    fault({ code, status, message }, { requestId, xmlNamespace }) {
      if (format === 'json') return jsonAnswer(status, requestId, 'application/json', { message }, { 'x-amzn-errortype': code });
      const said = `<Type>${faultType(status)}</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`;
      return xmlAnswer(status, requestId, `<ErrorResponse${namespaceAttribute(xmlNamespace)}><Error>${said}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`);
    },
  };
}

function payloadOf(operation: Operation): Member | undefined {
  return operation.output.kind === 'struct' ? operation.output.members.find((member) => member.traits['httpPayload'] !== undefined) : undefined;
}
